import type { ReactElement } from 'react';
import { Instant } from '../../../ui/format/instant';
import { sentenceCase } from '../../../ui/format/sentence-case';
import { useMessages } from '../../../ui/i18n/use-messages';
import { SESSION_PAGE } from './messages';
import { Panel } from './panel';
import type { RemoteSession } from './remote-session';
import classes from './session.module.css';

/** What was asked for, and what was agreed on. */
export function SessionFacts({ session }: { session: RemoteSession }): ReactElement {
  const { t } = useMessages(SESSION_PAGE);
  const { state, reason, quote, acceptedAt, createdAt, slot } = session;
  return (
    <Panel title={t('remoteSession.facts')}>
      <dl className={classes['facts']}>
        <dt>{t('remoteSession.state')}</dt>
        <dd>{sentenceCase(t(`ui.session.${state}`))}</dd>
        <dt>{t('remoteSession.reason')}</dt>
        <dd>{reason}</dd>
        <dt>{t('remoteSession.requestedAt')}</dt>
        <dd>
          <Instant at={createdAt} short />
        </dd>
        {slot !== null && (
          <>
            <dt>{t('remoteSession.slot')}</dt>
            <dd>
              <Instant at={slot.startsAt} short />
            </dd>
          </>
        )}
        {quote !== null && (
          <>
            <dt>{t('remoteSession.lasts')}</dt>
            <dd>{t('remoteSession.minutes', { count: quote.maxMinutes })}</dd>
          </>
        )}
        {acceptedAt !== null && quote !== null && (
          <>
            <dt>{t('remoteSession.acceptedAt')}</dt>
            <dd>
              <Instant at={acceptedAt} short />
              <details>
                <summary>{t('remoteSession.seeTerms')}</summary>
                <div className={classes['terms']}>{quote.terms}</div>
              </details>
            </dd>
          </>
        )}
      </dl>
    </Panel>
  );
}
