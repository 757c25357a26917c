import { Group, SegmentedControl } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { Instant } from '../../../ui/format/instant';
import { useMessages } from '../../../ui/i18n/use-messages';
import type { Column } from '../../parts/data-table';
import { PagedTable } from '../../parts/paged-table';
import { RowButton } from '../../parts/row-button';
import { TwoLines } from '../../parts/two-lines';
import { ApproveDialog } from './approve-dialog';
import { PEOPLE_MESSAGES } from './messages';
import { PeopleFrame } from './people-frame';
import { RefuseDialog } from './refuse-dialog';
import { STATES, useRegistrations, type Registration } from './use-registrations';

/** Who asked for an account and could not get it by itself: decide, or look up what was decided. */
export function RegistrationsPage(): ReactElement {
  const { t } = useMessages(PEOPLE_MESSAGES);
  const [search, setSearch] = useSearchParams();
  const state = STATES.find((known) => known === search.get('estado')) ?? 'waiting_approval';
  const registrations = useRegistrations(state);
  const [approved, setApproved] = useState<Registration | null>(null);
  const [refused, setRefused] = useState<Registration | null>(null);
  const columns: Column<Registration>[] = [
    {
      header: t('people.person'),
      cell: ({ name, email, phone }) => <TwoLines second={`${email} · ${phone}`}>{name}</TwoLines>,
    },
    { header: t('people.company'), cell: (one) => <Company registration={one} /> },
    {
      header: t('people.waitingFor'),
      cell: ({ waitingFor }) => t(`people.waitingFor.${waitingFor ?? 'none'}`),
    },
    {
      header: t('people.since'),
      cell: ({ verifiedAt, createdAt }) => <Instant short at={verifiedAt ?? createdAt} />,
    },
    state === 'waiting_approval'
      ? {
          header: t('people.decision'),
          cell: (one) => (
            <Group gap="xs" wrap="nowrap">
              <RowButton
                primary
                name={t('people.approve.of', { name: one.name })}
                onClick={() => setApproved(one)}
              >
                {t('people.approve')}
              </RowButton>
              <RowButton name={t('people.refuse.of', { name: one.name })} onClick={() => setRefused(one)}>
                {t('people.refuse')}
              </RowButton>
            </Group>
          ),
        }
      : { header: t('people.decided'), cell: (one) => <Decided registration={one} /> },
  ];
  return (
    <PeopleFrame title={t('people.registrations')} intro={t('people.registrations.intro')}>
      <SegmentedControl
        transitionDuration={0}
        mb="md"
        aria-label={t('people.registrations.state')}
        value={state}
        data={STATES.map((value) => ({ value, label: t(`people.registrations.${value}`) }))}
        onChange={(value) => setSearch(value === 'waiting_approval' ? {} : { estado: value })}
      />
      <PagedTable
        pages={registrations}
        empty={t(`people.registrations.empty.${state}`)}
        caption={t('people.registrations')}
        columns={columns}
        rowKey={({ id }) => id}
      />
      {approved && <ApproveDialog registration={approved} onClose={() => setApproved(null)} />}
      {refused && <RefuseDialog registration={refused} onClose={() => setRefused(null)} />}
    </PeopleFrame>
  );
}

function Company({
  registration: { company, customerNumber },
}: {
  registration: Registration;
}): ReactElement {
  const { t } = useMessages(PEOPLE_MESSAGES);
  const number = customerNumber === null ? null : t('people.customerNumber', { number: customerNumber });
  return <TwoLines second={number}>{company}</TwoLines>;
}

function Decided({
  registration: { decidedAt, refusalReason },
}: {
  registration: Registration;
}): ReactElement {
  return <TwoLines second={refusalReason}>{decidedAt !== null && <Instant short at={decidedAt} />}</TwoLines>;
}
