import { Text, TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useNavigate } from 'react-router';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { api } from '../../../ui/api/client';
import { useCommand, type CommandHeaders } from '../../../ui/api/use-command';
import { useMessages } from '../../../ui/i18n/use-messages';
import { toast } from '../../../ui/toasts/toast-store';
import { CalendarSelect } from '../../parts/calendar-select';
import { FormDialog } from '../../parts/form-dialog';
import { CALENDAR_LIST, useCalendars } from '../../parts/use-calendars';
import type { Calendar } from './calendar';
import { CALENDARS_MESSAGES } from './messages';

interface Begun {
  id: string;
  /** Id of the calendar whose hours it begins with. */
  from: string;
}

/** Begins a calendar under an id of its own, as a copy of another. */
export function BeginDialog({ from: first, onClose }: { from: string; onClose: () => void }): ReactElement {
  const { t } = useMessages(CALENDARS_MESSAGES);
  const navigate = useNavigate();
  const known = useCalendars() ?? [];
  const [id, setId] = useState('');
  const [from, setFrom] = useState(first);
  const [wrong, setWrong] = useState<string>();
  const taken = t('calendars.begin.id.taken');
  const begin = useCommand<Begun, Calendar>({
    stales: [CALENDAR_LIST],
    send: copyCalendar,
    onDone: (made) => {
      toast(t('calendars.begun', { id: made.id }));
      onClose();
      void navigate(`/calendarios/${made.id}`);
    },
  });
  const submit = (): void => {
    const problem =
      id === '' ? t('ui.field.required') : known.some((one) => one.id === id) ? taken : undefined;
    setWrong(problem);
    if (problem === undefined) begin.mutate({ id, from });
  };
  // Somebody else was faster: there is a version already.
  const late = ({ code }: ApiProblem): ReactElement | null =>
    code === 'changed_meanwhile' ? <Text role="alert">{taken}</Text> : null;
  return (
    <FormDialog
      title={t('calendars.begin')}
      submit={t('calendars.begin.submit')}
      isPending={begin.isPending}
      problem={begin.error}
      explain={late}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text>{t('calendars.begin.body')}</Text>
      <TextInput
        id="id"
        label={t('calendars.begin.id')}
        description={t('calendars.begin.id.hint')}
        data-autofocus
        maxLength={60}
        error={wrong}
        value={id}
        onChange={({ currentTarget }) => setId(idFrom(currentTarget.value))}
      />
      <CalendarSelect
        id="from"
        label={t('calendars.begin.from')}
        value={from}
        onChange={({ currentTarget }) => setFrom(currentTarget.value)}
      />
    </FormDialog>
  );
}

/** What is typed, as an id may be. */
function idFrom(typed: string): string {
  return typed
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+/, '');
}

async function copyCalendar({ id, from }: Begun, header: CommandHeaders): Promise<{ data?: Calendar }> {
  const { data } = await api.GET('/calendars/{id}', { params: { path: { id: from } } });
  if (data === undefined) return {};
  const { timeZone, weekly, holidays, exceptions } = data;
  // Version 0: refused when there is one by that id, whoever made it.
  const body = { timeZone, weekly, holidays, exceptions, version: 0 };
  return api.PUT('/calendars/{id}', { params: { path: { id }, header }, body });
}
