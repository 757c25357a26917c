import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useId, type ReactElement, type RefObject } from 'react';
import type { Ticket, TicketEvent } from '../../../ui/api/types';
import { AttachmentPicker } from '../../../ui/attachments/attachment-picker';
import { DraftNotice } from '../../../ui/drafts/draft-notice';
import { ProblemAlert } from '../../../ui/feedback/problem-alert';
import { useMessages } from '../../../ui/i18n/use-messages';
import type { Names } from '../../../ui/timeline/names';
import { HeldReply } from './held-reply';
import { LateReply } from './late-reply';
import { TICKET_PAGE } from './messages';
import { Notice } from './notice';
import classes from './ticket.module.css';
import { useReply } from './use-reply';

/** Where a client answers. What is written stays until the service has it. */
export function Composer({
  ticket,
  events,
  names,
  field,
}: {
  ticket: Ticket;
  events: readonly TicketEvent[];
  names: Names;
  field: RefObject<HTMLTextAreaElement | null>;
}): ReactElement | null {
  const { t } = useMessages(TICKET_PAGE);
  const heading = useId();
  const reply = useReply(ticket, events, () => field.current?.focus());
  const { body, attachments, state, lack, problem } = reply;
  const busy = state === 'waiting' || state === 'sending';
  const written = body !== '' || attachments.uploads.length > 0;
  if (ticket.status === 'closed')
    return written ? <LateReply folio={ticket.folio} body={body} onLeave={reply.discard} /> : null;
  return (
    <section aria-labelledby={heading} className={classes['composer']}>
      <Title order={2} size="h4" mb="xs" id={heading}>
        {t('ticket.reply.title')}
      </Title>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          reply.send();
        }}
      >
        <Stack gap="sm">
          {written && <DraftNotice draft={{ restored: reply.restored, clear: reply.discard }} />}
          {reply.isPending && <Notice tone="info">{t('ticket.reply.pending')}</Notice>}
          {state === 'held' && (
            <HeldReply
              news={reply.news}
              names={names}
              onSend={() => reply.send(true)}
              onEdit={() => {
                reply.resume();
                field.current?.focus();
              }}
            />
          )}
          {problem && problem.code !== 'stale_version' && <ProblemAlert problem={problem} />}
          <AttachmentPicker attachments={attachments}>
            <Textarea
              ref={field}
              label={t('ticket.reply.label')}
              placeholder={t('ticket.reply.placeholder')}
              autosize
              minRows={4}
              maxRows={16}
              maxLength={20_000}
              readOnly={busy}
              error={lack && t(`ticket.reply.${lack}`)}
              value={body}
              onChange={({ currentTarget }) => reply.write(currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
                event.preventDefault();
                reply.send();
              }}
            />
          </AttachmentPicker>
          {ticket.waiting !== null && (
            <Text size="sm" c="dimmed">
              {t('ticket.reply.stopsClock')}
            </Text>
          )}
          <Group gap="sm">
            <Button type="submit" disabled={busy} leftSection={<IconSend size={18} aria-hidden />}>
              {busy ? t('ui.sending') : t('ticket.reply.send')}
            </Button>
            <Text size="sm" c="dimmed" className={classes['shortcut'] ?? ''}>
              {t('ticket.reply.shortcut')}
            </Text>
          </Group>
        </Stack>
      </form>
    </section>
  );
}
