import { Anchor, NativeSelect, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router';
import { ToneBadge } from '../../../ui/badges/tone-badge';
import { Instant } from '../../../ui/format/instant';
import { Money } from '../../../ui/format/money';
import { sentenceCase } from '../../../ui/format/sentence-case';
import { useMessages } from '../../../ui/i18n/use-messages';
import { Page } from '../../../ui/shell/page';
import { DataTable } from '../../parts/data-table';
import { Paged } from '../../parts/paged';
import { SESSIONS_MESSAGES } from './messages';
import { partsOf } from './session-parts';
import { StateBadge } from './state-badge';
import { STATES, useSessions, type Shown } from './use-sessions';

/** Sessions by state, and those that support has to look at. */
export function SessionsPage(): ReactElement {
  const { t } = useMessages(SESSIONS_MESSAGES);
  const [search, setSearch] = useSearchParams();
  const wanted = search.get('estado');
  const shown: Shown = wanted === 'stuck' ? wanted : (STATES.find((state) => state === wanted) ?? 'all');
  const options = [
    { value: 'all', label: t('sessions.all') },
    { value: 'stuck', label: t('sessions.stuck') },
    ...STATES.map((value) => ({ value, label: sentenceCase(t(`ui.session.${value}`)) })),
  ];
  return (
    <Page title={t('sessions.title')}>
      <Text mb="md" c="dimmed">
        {t('sessions.intro')}
      </Text>
      <NativeSelect
        mb="md"
        maw={320}
        label={t('sessions.show')}
        data={options}
        value={shown}
        onChange={({ currentTarget: { value } }) => setSearch(value === 'all' ? {} : { estado: value })}
      />
      <Paged
        pages={useSessions(shown)}
        empty={t(shown === 'stuck' ? 'sessions.empty.stuck' : 'sessions.empty')}
      >
        {(items) => (
          <DataTable
            caption={t('sessions.title')}
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              {
                header: t('sessions.session'),
                cell: ({ id }) => (
                  <Anchor component={Link} to={`/sesiones/${id}`} inherit>
                    {t('sessions.session.of', partsOf(id))}
                  </Anchor>
                ),
              },
              {
                header: t('sessions.state'),
                cell: ({ state, stuck }) => (
                  // One thing in the card of a phone, so that it has lines.
                  <span>
                    <StateBadge state={state} />{' '}
                    {stuck !== null && stuck.length > 0 && (
                      <ToneBadge tone="danger" icon={IconAlertTriangle}>
                        {t('sessions.stuck.badge')}
                      </ToneBadge>
                    )}
                  </span>
                ),
              },
              {
                header: t('sessions.platform'),
                cell: ({ platform }) => t(`sessions.platform.${platform}`),
              },
              {
                header: t('sessions.slot'),
                cell: ({ slot }) => (slot ? <Instant short at={slot.startsAt} /> : t('sessions.slot.none')),
              },
              {
                header: t('sessions.price'),
                cell: ({ quote }) =>
                  quote ? (
                    <Money amountMinor={quote.amount} currency={quote.currency} />
                  ) : (
                    t('sessions.price.none')
                  ),
              },
              { header: t('sessions.changed'), cell: ({ updatedAt }) => <Instant short at={updatedAt} /> },
            ]}
          />
        )}
      </Paged>
    </Page>
  );
}
