import type { ReactElement } from 'react';
import { useMessages } from '../i18n/use-messages';
import classes from './security.module.css';
import { ShownOnce } from './shown-once';

/** For the day on which the telephone is lost; each works once. */
export function RecoveryCodes({
  codes,
  onDone,
}: {
  codes: readonly string[];
  onDone: () => void;
}): ReactElement {
  const { t } = useMessages();
  return (
    <ShownOnce
      title={t('security.codes')}
      hint={t('security.codes.hint')}
      copied={codes.join('\n')}
      onDone={onDone}
    >
      <ol className={classes['codes']}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
    </ShownOnce>
  );
}
