import { Button, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { useDraft } from '../../../ui/drafts/use-draft';
import { ProblemAlert } from '../../../ui/feedback/problem-alert';
import { Instant } from '../../../ui/format/instant';
import { moneyText } from '../../../ui/format/money-text';
import { useMessages } from '../../../ui/i18n/use-messages';
import { toast } from '../../../ui/toasts/toast-store';
import { SESSION_PAGE } from './messages';
import type { RemoteSession } from './remote-session';
import classes from './session.module.css';
import { useSessionCommand } from './use-session-command';

/** Gives the session up, after saying what comes back. */
export function CancelSession({ session }: { session: RemoteSession }): ReactElement {
  const { t, language } = useMessages(SESSION_PAGE);
  const { id, refundIfCancelled, quote, receipt, instants } = session;
  const [asks, setAsks] = useState(false);
  const draft = useDraft(`cancel-session:${id}`, '');
  const cancel = useSessionCommand<string>(
    session,
    'cancel-session',
    (reason, header) =>
      api.DELETE('/remote-sessions/{id}', {
        params: { path: { id }, header },
        body: reason.trim() === '' ? {} : { reason },
      }),
    () => {
      draft.clear();
      setAsks(false);
      toast(t('remoteSession.cancel.done'));
    },
  );
  const amount = moneyText(refundIfCancelled ?? 0, quote?.currency ?? 'MXN', language);
  return (
    <div className={classes['noPrint']}>
      <Button variant="subtle" color="red" onClick={() => setAsks(true)}>
        {t('remoteSession.cancel')}
      </Button>
      <Modal
        opened={asks}
        onClose={() => setAsks(false)}
        title={t('remoteSession.cancel.title')}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
        closeOnClickOutside={false}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            cancel.mutate(draft.value);
          }}
        >
          <Stack>
            <Text>
              {receipt === null
                ? t('remoteSession.cancel.unpaid')
                : refundIfCancelled
                  ? t('remoteSession.cancel.refund', { amount })
                  : t('remoteSession.cancel.noRefund')}
            </Text>
            {receipt !== null && quote !== null && (
              <Text size="sm">
                {instants.freeCancellationUntil !== null &&
                instants.freeCancellationUntil === instants.startsAt
                  ? t('remoteSession.cancel.missed')
                  : t('remoteSession.cancel.terms', {
                      hours: quote.cancellation.freeUntilHours,
                      percent: quote.cancellation.lateRefundPercent,
                    })}{' '}
                {refundIfCancelled === receipt.amount && instants.freeCancellationUntil !== null && (
                  <>
                    {t('remoteSession.cancel.freeUntil')} <Instant at={instants.freeCancellationUntil} />
                  </>
                )}
              </Text>
            )}
            <Textarea
              label={`${t('remoteSession.cancel.reason')} ${t('ui.optional')}`}
              autosize
              minRows={2}
              maxLength={2_000}
              value={draft.value}
              onChange={({ currentTarget }) => draft.change(currentTarget.value)}
            />
            {cancel.error && <ProblemAlert problem={cancel.error} />}
            <div className={classes['secret']}>
              <Button type="submit" color="red" loading={cancel.isPending}>
                {t('remoteSession.cancel.confirm')}
              </Button>
              <Button variant="default" onClick={() => setAsks(false)}>
                {t('remoteSession.cancel.keep')}
              </Button>
            </div>
          </Stack>
        </form>
      </Modal>
    </div>
  );
}
