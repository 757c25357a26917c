import type { ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { PROFILE_PAGES } from './messages';
import classes from './profile.module.css';
import { ShownOnce } from './shown-once';

/** For the day on which the telephone is lost; each works once. */
export function RecoveryCodes({
  codes,
  onDone,
}: {
  codes: readonly string[];
  onDone: () => void;
}): ReactElement {
  const { t } = useMessages(PROFILE_PAGES);
  return (
    <ShownOnce
      title={t('profile.codes')}
      hint={t('profile.codes.hint')}
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
