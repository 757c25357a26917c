import type { ReactElement } from 'react';
import { useMessages } from '../i18n/use-messages';
import { instantText, shortInstantText } from './instant-text';

/** An instant in the viewer's zone, or in `timeZone`; `short` for lists, with the whole of it on hover. */
export function Instant({
  at,
  timeZone,
  short = false,
}: {
  at: string;
  timeZone?: string;
  short?: boolean;
}): ReactElement {
  const { language } = useMessages();
  const whole = instantText(at, language, timeZone);
  return (
    <time dateTime={at} title={short ? whole : undefined}>
      {short ? shortInstantText(at, language, timeZone) : whole}
    </time>
  );
}
