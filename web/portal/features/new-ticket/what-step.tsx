import { Stack, TextInput } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Catalog } from '../../../ui/api/types';
import type { FieldErrors } from '../../../ui/feedback/field-errors';
import { useMessages } from '../../../ui/i18n/use-messages';
import { Notice } from '../ticket/notice';
import { NEW_TICKET_PAGE } from './messages';
import type { Request } from './request';
import { TypeChoice } from './type-choice';

export interface StepProps {
  request: Request;
  catalog: Catalog;
  errors: FieldErrors;
  change: (news: Partial<Request>) => void;
}

/** What it is about, in a line and as a type. */
export function WhatStep({ request, catalog, errors, change }: StepProps): ReactElement {
  const { t } = useMessages(NEW_TICKET_PAGE);
  return (
    <Stack gap="md">
      <Notice tone="neutral" icon={IconBulb}>
        {t('newTicket.oneTopic')}
      </Notice>
      <TextInput
        id="subject"
        label={t('newTicket.subject')}
        description={t('newTicket.subject.hint')}
        required
        maxLength={200}
        value={request.subject}
        error={errors['subject']}
        onChange={({ currentTarget }) => change({ subject: currentTarget.value })}
      />
      <TypeChoice
        types={catalog.types}
        chosen={request.type}
        error={errors['type']}
        onChange={(chosen) => change({ type: chosen })}
      />
    </Stack>
  );
}
