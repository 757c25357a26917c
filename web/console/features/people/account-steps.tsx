import { Button, Stack, Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useViewer } from '../../../ui/session/viewer';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { JsonExport } from '../../parts/json-export';
import { Step } from '../../parts/step';
import { EraseDialog } from './erase-dialog';
import { LeaveDialog } from './leave-dialog';
import { PEOPLE_MESSAGES } from './messages';
import { PlaceDialog } from './place-dialog';
import { ACCOUNTS, type Account } from './use-accounts';

type Asked = 'place' | 'unlock' | 'pauses' | 'logIns' | 'twoStep' | 'leave' | 'return' | 'erase';

/** What an administrator may do with an account, each with what it means. Some of it nobody may do to themselves. */
export function AccountSteps({ account }: { account: Account }): ReactElement {
  const { t } = useMessages(PEOPLE_MESSAGES);
  const [asked, setAsked] = useState<Asked | null>(null);
  const own = useViewer().id === account.id;
  const { id, name, status, twoStep } = account;
  const open = status !== 'left';
  const button = (what: Asked): ReactElement => (
    <Button variant="default" onClick={() => setAsked(what)}>
      {t(`people.step.${what}.begin`)}
    </Button>
  );
  return (
    <Stack gap="lg">
      {status === 'locked' && (
        <Step title={t('people.step.unlock')} hint={t('people.step.unlock.hint')}>
          {button('unlock')}
        </Step>
      )}
      {status === 'active' && (
        <Step title={t('people.step.pauses')} hint={t('people.step.pauses.hint')}>
          {button('pauses')}
        </Step>
      )}
      {!own && (
        <Step title={t('people.step.place')} hint={t('people.step.place.hint')}>
          {button('place')}
        </Step>
      )}
      {open && (
        <Step title={t('people.step.logIns')} hint={t('people.step.logIns.hint')}>
          {button('logIns')}
        </Step>
      )}
      {twoStep && !own && (
        <Step title={t('people.step.twoStep')} hint={t('people.step.twoStep.hint')}>
          {button('twoStep')}
        </Step>
      )}
      {!own && (
        <Step
          title={t(open ? 'people.step.leave' : 'people.step.return')}
          hint={t(open ? 'people.step.leave.hint' : 'people.step.return.hint')}
        >
          {button(open ? 'leave' : 'return')}
        </Step>
      )}
      <Step title={t('people.step.export')} hint={t('people.step.export.hint')}>
        <JsonExport fileName={`persona-${id}`} fetchAll={() => exportAccount(id)}>
          {t('people.step.export.begin')}
        </JsonExport>
      </Step>
      {!own && (
        <Step title={t('people.step.erase')} hint={t('people.step.erase.hint')}>
          {button('erase')}
        </Step>
      )}
      <Dialog account={account} asked={asked} name={name} onClose={() => setAsked(null)} />
    </Stack>
  );
}

function Dialog({
  account,
  asked,
  name,
  onClose,
}: {
  account: Account;
  asked: Asked | null;
  name: string;
  onClose: () => void;
}): ReactElement | null {
  const { t } = useMessages(PEOPLE_MESSAGES);
  const path = { id: account.id };
  const frame = (what: 'unlock' | 'pauses' | 'logIns' | 'twoStep' | 'return') => ({
    title: t(`people.step.${what}.of`, { name }),
    submit: t(`people.step.${what}.confirm`),
    stales: [ACCOUNTS],
    done: () => t(`people.step.${what}.done`, { name }),
    onClose,
    children: <Text>{t(`people.step.${what}.body`)}</Text>,
  });
  switch (asked) {
    case null:
      return null;
    case 'place':
      return <PlaceDialog account={account} onClose={onClose} />;
    case 'leave':
      return <LeaveDialog account={account} onClose={onClose} />;
    case 'erase':
      return <EraseDialog account={account} onClose={onClose} />;
    case 'unlock':
    case 'pauses':
      return (
        <ConfirmDialog
          {...frame(asked)}
          send={(header) => api.DELETE('/people/{id}/lock', { params: { path, header } })}
        />
      );
    case 'logIns':
      return (
        <ConfirmDialog
          {...frame('logIns')}
          send={(header) => api.DELETE('/people/{id}/sessions', { params: { path, header } })}
        />
      );
    case 'twoStep':
      return (
        <ConfirmDialog
          danger
          {...frame('twoStep')}
          send={(header) => api.DELETE('/people/{id}/second-factor', { params: { path, header } })}
        />
      );
    case 'return':
      return (
        <ConfirmDialog
          {...frame('return')}
          send={(header) =>
            api.PUT('/people/{id}/activity', { params: { path, header }, body: { active: true } })
          }
        />
      );
  }
}

async function exportAccount(id: string): Promise<unknown> {
  return (await api.GET('/people/{id}/export', { params: { path: { id } } })).data;
}
