import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import { DraftNotice } from '../../../ui/drafts/draft-notice';
import { ErrorSummary } from '../../../ui/feedback/error-summary';
import type { FieldErrors } from '../../../ui/feedback/field-errors';
import { useMessages } from '../../../ui/i18n/use-messages';
import { Page } from '../../../ui/shell/page';
import { DetailStep } from './detail-step';
import { IncidentNotices } from './incident-notices';
import { NEW_TICKET_PAGE } from './messages';
import classes from './new-ticket.module.css';
import { Refusal } from './refusal';
import { Registered } from './registered';
import type { Request } from './request';
import { SendStep } from './send-step';
import { StepBar } from './step-bar';
import { SupportNotice } from './support-notice';
import { useRegistration, type RegistrationStart } from './use-registration';
import { WhatStep } from './what-step';

/** Three short steps, kept as a draft from the first letter. */
export function Registration(props: RegistrationStart & { title: string }): ReactElement {
  const { t } = useMessages(NEW_TICKET_PAGE);
  const { title, catalog, me, follows } = props;
  const form = useRegistration(props);
  const { request, change, errors, go, send, attachments, command } = form;
  const top = useRef<HTMLHeadingElement>(null);
  const [moved, setMoved] = useState(false);
  useEffect(() => {
    if (moved) top.current?.focus();
  }, [request.step, moved]);
  if (command.data !== undefined) return <Registered ticket={command.data} />;
  const move = (step: Request['step']): void => {
    setMoved(true);
    go(step);
  };
  const step = { request, catalog, errors, change };
  const { step: at } = request;
  return (
    <Page title={title} width="text">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (at === 3) send();
          else move(at === 1 ? 2 : 3);
        }}
      >
        <Stack gap="md">
          <SupportNotice request={request} catalog={catalog} />
          <IncidentNotices brief={at !== 1} />
          {follows !== '' && (
            <Text>
              {t('newTicket.follows')}{' '}
              <Anchor component={Link} to={`/tickets/${follows}`} underline="always">
                {follows}
              </Anchor>
            </Text>
          )}
          <StepBar at={at} heading={top} onBack={move} />
          <DraftNotice draft={form.draft} />
          <ErrorSummary errors={errors} labels={labelsOf(errors, t)} />
          {command.error !== null && Object.keys(errors).length === 0 && <Refusal problem={command.error} />}
          {at === 1 && <WhatStep {...step} />}
          {at === 2 && <DetailStep {...step} />}
          {at === 3 && <SendStep {...step} me={me} attachments={attachments} onChange={move} />}
          <Group justify="space-between" className={classes['buttons'] ?? ''}>
            {at === 1 ? (
              <span />
            ) : (
              <Button variant="default" onClick={() => move(at === 3 ? 2 : 1)}>
                {t('newTicket.back')}
              </Button>
            )}
            <Button type="submit" loading={command.isPending}>
              {t(at === 3 ? 'newTicket.send' : 'newTicket.next')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Page>
  );
}

const LABELS = {
  subject: 'newTicket.subject',
  type: 'newTicket.type',
  description: 'newTicket.description',
  incidentAt: 'newTicket.when',
  product: 'newTicket.product',
  productVersion: 'newTicket.version',
  branchId: 'newTicket.branch',
  attachmentIds: 'newTicket.files',
} as const;

function labelsOf(
  errors: FieldErrors,
  t: ReturnType<typeof useMessages<typeof NEW_TICKET_PAGE>>['t'],
): Record<string, string> {
  const known = Object.entries(LABELS).filter(([field]) => field in errors);
  return Object.fromEntries(known.map(([field, label]) => [field, t(label)]));
}
