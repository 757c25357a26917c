import { MultiSelect, NumberInput, Switch, TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { useCommand } from '../../../ui/api/use-command';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useCatalog } from '../../../ui/query/use-catalog';
import { toast } from '../../../ui/toasts/toast-store';
import { FormDialog } from '../../parts/form-dialog';
import { PEOPLE_MESSAGES } from './messages';
import { AGENTS, type Agent } from './use-agents';

interface Fields {
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
  const [fields, setFields] = useState<Fields>(() => fieldsOf(agent));
  const change = (news: Partial<Fields>): void => setFields((known) => ({ ...known, ...news }));
  const save = useCommand<Fields, Agent>({
    stales: [AGENTS],
    send: (given, header) => sendAgent(agent, given, header),
    onDone: ({ name }) => {
      toast(t(agent === null ? 'people.added' : 'people.changed', { name }));
      onClose();
    },
  });
  return (
    <FormDialog
      title={agent === null ? t('people.team.add') : t('people.team.edit.of', { name: agent.name })}
      submit={t('ui.save')}
      isPending={save.isPending}
      problem={save.error}
      labels={{
        name: t('people.name'),
        email: t('people.email'),
        phone: t('people.phone'),
        capacity: t('people.capacity'),
        workingCalendarId: t('people.calendarId'),
      }}
      onSubmit={() => save.mutate(fields)}
      onClose={onClose}
    >
      <TextInput
        id="name"
        label={t('people.name')}
        value={fields.name}
        data-autofocus
        onChange={({ currentTarget }) => change({ name: currentTarget.value })}
      />
      {agent === null && (
        <>
          <TextInput
            id="email"
            type="email"
            label={t('people.email')}
            value={fields.email}
            onChange={({ currentTarget }) => change({ email: currentTarget.value })}
          />
          <TextInput
            id="phone"
            type="tel"
            label={`${t('people.phone')} ${t('ui.optional')}`}
            value={fields.phone}
            onChange={({ currentTarget }) => change({ phone: currentTarget.value })}
          />
        </>
      )}
      <MultiSelect
        id="skills"
        label={t('people.skills')}
        searchable
        value={fields.skills}
        data={(catalog?.types ?? []).map(({ id, label }) => ({ value: id, label }))}
        onChange={(skills) => change({ skills })}
      />
      <NumberInput
        id="capacity"
        label={t('people.capacity')}
        min={1}
        max={500}
        value={fields.capacity}
        onChange={(value) => change({ capacity: Number(value) })}
      />
      <TextInput
        id="workingCalendarId"
        label={`${t('people.calendarId')} ${t('ui.optional')}`}
        description={t('people.shift.none')}
        value={fields.workingCalendarId}
        onChange={({ currentTarget }) => change({ workingCalendarId: currentTarget.value })}
      />
      {agent === null && (
        <Switch
          label={t('people.available')}
          checked={fields.available}
          onChange={({ currentTarget }) => change({ available: currentTarget.checked })}
        />
      )}
    </FormDialog>
  );
}

function fieldsOf(agent: Agent | null): Fields {
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

function sendAgent(
  agent: Agent | null,
  { name, email, phone, skills, capacity, available, workingCalendarId }: Fields,
  header: { 'Idempotency-Key': string },
): Promise<{ data?: Agent }> {
  const shared = { name, skills, capacity, workingCalendarId: workingCalendarId.trim() || null };
  if (agent !== null) return api.PATCH('/agents/{id}', { params: { path: { id: agent.id } }, body: shared });
  const body = { ...shared, email: email.trim(), phone: phone.trim() || null, available };
  return api.POST('/agents', { params: { header }, body });
}
