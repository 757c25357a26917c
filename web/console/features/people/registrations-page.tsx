import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { Instant } from '../../../ui/format/instant';
import { useMessages } from '../../../ui/i18n/use-messages';
import { DataTable, type Column } from '../../parts/data-table';
import { Paged } from '../../parts/paged';
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
    { header: t('people.person'), cell: (one) => <Whom registration={one} /> },
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
              <Button
                size="compact-md"
                aria-label={t('people.approve.of', { name: one.name })}
                onClick={() => setApproved(one)}
              >
                {t('people.approve')}
              </Button>
              <Button
                size="compact-md"
                variant="default"
                aria-label={t('people.refuse.of', { name: one.name })}
                onClick={() => setRefused(one)}
              >
                {t('people.refuse')}
              </Button>
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
      <Paged pages={registrations} empty={t(`people.registrations.empty.${state}`)}>
        {(items) => (
          <DataTable
            caption={t('people.registrations')}
            columns={columns}
            rows={items}
            rowKey={({ id }) => id}
          />
        )}
      </Paged>
      {approved && <ApproveDialog registration={approved} onClose={() => setApproved(null)} />}
      {refused && <RefuseDialog registration={refused} onClose={() => setRefused(null)} />}
    </PeopleFrame>
  );
}

function Whom({ registration: { name, email, phone } }: { registration: Registration }): ReactElement {
  return (
    <>
      {name}
      <Text size="sm" fw={400}>
        {email} · {phone}
      </Text>
    </>
  );
}

function Company({
  registration: { company, customerNumber },
}: {
  registration: Registration;
}): ReactElement {
  const { t } = useMessages(PEOPLE_MESSAGES);
  return (
    <div>
      {company}
      {customerNumber !== null && (
        <Text size="sm">{t('people.customerNumber', { number: customerNumber })}</Text>
      )}
    </div>
  );
}

function Decided({
  registration: { decidedAt, refusalReason },
}: {
  registration: Registration;
}): ReactElement {
  return (
    <div>
      {decidedAt !== null && <Instant short at={decidedAt} />}
      {refusalReason !== null && <Text size="sm">{refusalReason}</Text>}
    </div>
  );
}
