import { MultiSelect, NumberInput, Switch, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import type { CommandHeaders } from '../../../ui/api/use-command';
import { useMessages } from '../../../ui/i18n/use-messages';
import { typeLabel, useCatalog } from '../../../ui/query/use-catalog';
import { CalendarSelect } from '../../parts/calendar-select';
import { SaveDialog } from '../../parts/save-dialog';
import { PEOPLE_MESSAGES } from './messages';
import { AGENTS, type Agent } from './use-agents';

interface Values {
  name: string;
  email: string;
  phone: string;
  skills: string[];
  capacity: number;
  available: boolean;
  workingCalendarId: string;
}

/** Adds somebody who attends tickets, or changes what assignment knows of them. */
export function AgentDialog({ agent, onClose }: { agent: Agent | null; onClose: () => void }): ReactElement {
  const { t } = useMessages(PEOPLE_MESSAGES);
  const { data: catalog } = useCatalog();
  return (
    <SaveDialog<Values, Agent>
      title={agent === null ? t('people.team.add') : t('people.team.edit.of', { name: agent.name })}
      first={valuesOf(agent)}
      version={agent?.version}
      labels={{
        name: t('people.name'),
        email: t('people.email'),
        phone: `${t('people.phone')} ${t('ui.optional')}`,
        skills: t('people.skills'),
        capacity: t('people.capacity'),
        available: t('people.available'),
        workingCalendarId: t('people.shift'),
      }}
      words={{ skills: (skills) => skills.map((type) => typeLabel(catalog, type)).join(', ') }}
      stales={[AGENTS]}
      send={(values, header) => send(agent, values, header)}
      done={({ name }) => t(agent === null ? 'people.added' : 'people.changed', { name })}
      onClose={onClose}
    >
      {({ text, list, number, check }) => (
        <>
          <TextInput {...text('name')} data-autofocus />
          {agent === null && (
            <>
              <TextInput {...text('email')} type="email" />
              <TextInput {...text('phone')} type="tel" />
            </>
          )}
          <MultiSelect
            {...list('skills')}
            searchable
            data={(catalog?.types ?? []).map(({ id, label }) => ({ value: id, label }))}
          />
          <NumberInput {...number('capacity')} min={1} max={500} />
          <CalendarSelect {...text('workingCalendarId')} none={t('people.shift.none')} />
          {agent === null && <Switch {...check('available')} />}
        </>
      )}
    </SaveDialog>
  );
}

function valuesOf(agent: Agent | null): Values {
  return {
    name: agent?.name ?? '',
    email: '',
    phone: '',
    skills: agent?.skills ?? [],
    capacity: agent?.capacity ?? 20,
    available: false,
    workingCalendarId: agent?.workingCalendar?.id ?? '',
  };
}

function send(
  agent: Agent | null,
  { name, email, phone, skills, capacity, available, workingCalendarId }: Values,
  header: CommandHeaders,
): Promise<{ data?: Agent }> {
  const shared = { name, skills, capacity, workingCalendarId: workingCalendarId || null };
  if (agent !== null)
    return api.PATCH('/agents/{id}', { params: { path: { id: agent.id }, header }, body: shared });
  const body = { ...shared, email: email.trim(), phone: phone.trim() || null, available };
  return api.POST('/agents', { params: { header }, body });
}
