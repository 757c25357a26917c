import type { ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { Notice } from '../ticket/notice';
import { NEW_TICKET_PAGE } from './messages';
import type { CatalogType } from './request';

/** What is not included says so before it is sent, and what is offered instead. */
export function CoverageWarning({ type: { coverage, warning } }: { type: CatalogType }): ReactElement | null {
  const { t } = useMessages(NEW_TICKET_PAGE);
  if (coverage === 'included' || warning === null) return null;
  return <Notice title={t(`newTicket.warning.${coverage}`)}>{warning}</Notice>;
}
