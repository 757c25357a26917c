import { Button, Fieldset, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import type { Person } from '../../../ui/api/types';
import { AttachmentPicker } from '../../../ui/attachments/attachment-picker';
import type { Attachments } from '../../../ui/attachments/use-attachments';
import { instantText } from '../../../ui/format/instant-text';
import { useMessages } from '../../../ui/i18n/use-messages';
import { ContactFields } from '../ticket/contact-fields';
import { Facts } from '../ticket/facts';
import { fromLocalField } from '../ticket/moment';
import { CoverageWarning } from './coverage-warning';
import { NEW_TICKET_PAGE } from './messages';
import classes from './new-ticket.module.css';
import { contactOf, productOf, typeOf, versionOf, type Request } from './request';
import type { StepProps } from './what-step';

/** Files, whom to ask, and a last look at what is to be registered. */
export function SendStep({
  request,
  catalog,
  errors,
  change,
  me,
  attachments,
  onChange,
}: StepProps & {
  me: Person;
  attachments: Attachments;
  /** Back to a step. */
  onChange: (step: Request['step']) => void;
}): ReactElement {
  const { t, language } = useMessages(NEW_TICKET_PAGE);
  const type = typeOf(request, catalog);
  const at = fromLocalField(request.when);
  return (
    <Stack gap="md">
      <Fieldset id="attachmentIds" tabIndex={-1} legend={t('newTicket.files')}>
        <AttachmentPicker attachments={attachments}>
          <Text size="sm">{t('newTicket.files.hint')}</Text>
        </AttachmentPicker>
      </Fieldset>
      <Fieldset legend={t('newTicket.contact')}>
        <Text size="sm" c="dimmed" mb="sm">
          {t('newTicket.contact.hint')}
        </Text>
        <ContactFields
          contact={contactOf(request, me)}
          errors={errors}
          onChange={(contact) => change({ contact })}
        />
      </Fieldset>
      <section className={classes['review']}>
        <Group justify="space-between" mb="xs">
          <Title order={3} size="h5">
            {t('newTicket.review')}
          </Title>
          <Button variant="subtle" size="compact-sm" onClick={() => onChange(1)}>
            {t('newTicket.review.change')}
          </Button>
        </Group>
        <Facts
          facts={[
            { term: t('newTicket.subject'), value: request.subject },
            { term: t('newTicket.type'), value: type?.label ?? '' },
            type?.problem && at !== null
              ? { term: t('newTicket.when'), value: instantText(at, language) }
              : null,
            {
              term: t('newTicket.product'),
              value: `${productOf(request, catalog)?.name ?? ''} ${versionOf(request, catalog)}`,
            },
            { term: t('newTicket.description'), value: <Text lineClamp={4}>{request.description}</Text> },
          ]}
        />
      </section>
      {type && <CoverageWarning type={type} />}
    </Stack>
  );
}
