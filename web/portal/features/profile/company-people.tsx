import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconUser, IconUserOff } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { api } from '../../../ui/api/client';
import type { components } from '../../../ui/api/schema';
import { useCommand } from '../../../ui/api/use-command';
import { ToneBadge } from '../../../ui/badges/tone-badge';
import { useMessages } from '../../../ui/i18n/use-messages';
import { usePages } from '../../../ui/query/use-pages';
import { useViewer } from '../../../ui/session/viewer';
import { toast } from '../../../ui/toasts/toast-store';
import { PROFILE_PAGES } from './messages';
import { OwnList } from '../../../ui/own-account/own-list';

type Colleague = components['schemas']['Colleague'];
const KEY = ['colleagues'];

/** Everybody of the company who has an account. One that has been ended can be opened again. */
export function CompanyPeople(): ReactElement {
  const { t } = useMessages(PROFILE_PAGES);
  const viewer = useViewer();
  const list = usePages<Colleague>(
    [...KEY, 'pages'],
    async (cursor, signal) => (await api.GET('/colleagues', { params: { query: cursor }, signal })).data,
  );
  const end = useActivity(false, t('profile.people.ended'));
  const open = useActivity(true, t('profile.people.opened'));
  const ended = ({ id, name }: Colleague): ReactElement => (
    <Group gap="xs">
      <ToneBadge tone="neutral" icon={IconUserOff}>
        {t('profile.people.inactive')}
      </ToneBadge>
      <Button
        variant="default"
        size="compact-md"
        aria-label={`${t('profile.people.open')}: ${name}`}
        loading={open.isPending && open.variables === id}
        onClick={() => open.mutate(id)}
      >
        {t('profile.people.open')}
      </Button>
    </Group>
  );
  return (
    <>
      <Text>{t('profile.people.body')}</Text>
      {end.error?.code === 'open_tickets' && <OpenTickets problem={end.error} />}
      <OwnList
        list={list}
        none={t('profile.people.none')}
        end={end}
        endWord={t('profile.people.end')}
        show={(person) => ({
          title: person.name,
          lines: [
            [
              person.email,
              t(person.role === 'client_admin' ? 'profile.role.client_admin' : 'profile.role.client'),
              person.branch?.name,
            ]
              .filter((part) => part !== null && part !== undefined)
              .join(' · '),
          ],
          ...(person.id === viewer.id && {
            mark: (
              <ToneBadge tone="neutral" icon={IconUser}>
                {t('profile.people.you')}
              </ToneBadge>
            ),
          }),
          ...(!person.active && { mark: ended(person) }),
        })}
      />
    </>
  );
}

function useActivity(active: boolean, done: string) {
  return useCommand<string, unknown>({
    stales: [KEY],
    send: (id, header) =>
      api.PUT('/people/{id}/activity', { params: { path: { id }, header }, body: { active } }),
    onDone: () => toast(done),
  });
}

/** The tickets to pass on first, each a step away. */
function OpenTickets({ problem: { errors } }: { problem: ApiProblem }): ReactElement {
  const { t } = useMessages(PROFILE_PAGES);
  const folios = errors.flatMap(({ path }) => /^tickets\.(\d+)$/.exec(path)?.[1] ?? []);
  return (
    <Text role="status">
      {t('profile.people.passOn')}{' '}
      {folios.map((folio, index) => (
        <span key={folio}>
          {index > 0 && ', '}
          <Anchor component={Link} to={`/tickets/${folio}`} underline="always">
            {folio}
          </Anchor>
        </span>
      ))}
    </Text>
  );
}
