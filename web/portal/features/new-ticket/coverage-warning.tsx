import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { Notice } from '../ticket/notice';
import { NEW_TICKET_PAGE } from './messages';
import type { CatalogType } from './request';

/** What is not included says so before it is sent, and what is offered instead. */
export function CoverageWarning({
  type: { coverage, warning },
  role = 'status',
}: {
  type: CatalogType;
  /** "presentation" within what announces it already. */
  role?: 'status' | 'presentation';
}): ReactElement | null {
  const { t } = useMessages(NEW_TICKET_PAGE);
  if (coverage === 'included' || warning === null) return null;
  return (
    <Notice role={role} title={t(`newTicket.warning.${coverage}`)}>
      <Text size="sm">{warning}</Text>
    </Notice>
  );
}
