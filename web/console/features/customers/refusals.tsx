import { Anchor } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { api } from '../../../ui/api/client';
import type { components } from '../../../ui/api/schema';
import { Instant } from '../../../ui/format/instant';
import { plainDayText } from '../../../ui/format/plain-day-text';
import { useMessages } from '../../../ui/i18n/use-messages';
import { PagedTable } from '../../parts/paged-table';
import { TwoLines } from '../../parts/two-lines';
import { useList } from '../../parts/use-list';
import { CUSTOMERS_MESSAGES } from './messages';

type Refused = components['schemas']['Refusal'];

/** Tickets that were not registered for lack of cover, the newest first. */
export function Refusals(): ReactElement {
  const { t, language } = useMessages(CUSTOMERS_MESSAGES);
  const refusals = useList<Refused>(['refusals'], ({ signal, cursor }) =>
    api.GET('/refusals', { params: { query: cursor === undefined ? {} : { cursor } }, signal }),
  );
  return (
    <PagedTable
      pages={refusals}
      empty={t('customers.refusals.empty')}
      caption={t('customers.refusals')}
      rowKey={({ id }) => id}
      columns={[
        {
          header: t('customers.customer'),
          cell: ({ organization: { id, name } }) => (
            <Anchor component={Link} to={`/clientes/${id}`} inherit>
              {name}
            </Anchor>
          ),
        },
        { header: t('customers.refusals.at'), cell: ({ at }) => <Instant short at={at} /> },
        { header: t('customers.refusals.why'), cell: ({ code }) => t(`customers.refusals.${code}`) },
        {
          header: t('customers.product'),
          cell: ({ evidence: { product, version } }) => `${product.name ?? product.id} ${version.asked}`,
        },
        {
          header: t('customers.contract'),
          cell: ({ evidence: { contract } }) =>
            contract === null ? (
              t('customers.contracts.none')
            ) : (
              <TwoLines
                second={t('customers.contract.span', {
                  from: plainDayText(contract.startsOn, language),
                  to: plainDayText(contract.endsOn, language),
                })}
              >
                {contract.number}
              </TwoLines>
            ),
        },
      ]}
    />
  );
}
