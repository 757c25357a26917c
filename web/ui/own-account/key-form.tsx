import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { api } from '../api/client';
import { fieldErrors } from '../feedback/field-errors';
import { FormProblems } from '../feedback/form-problems';
import { useMessages } from '../i18n/use-messages';
import { OWN_ACCOUNT } from './messages';
import classes from './own-account.module.css';
import { useMutationOnce } from '../security/use-mutation-once';

const DAYS = ['30', '90', '365'] as const;
const DAY_MS = 86_400_000;

interface NewKey {
  name: string;
  days: string;
}

/** Makes a key; limited in time unless somebody wants otherwise. */
export function KeyForm({ onDone }: { onDone: (key: string) => void }): ReactElement {
  const { t } = useMessages(OWN_ACCOUNT);
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [days, setDays] = useState<string>('90');
  const [blank, setBlank] = useState(false);
  const create = useMutationOnce<NewKey, { key: string }>(
    (given) => api.POST('/api-keys', { body: bodyOf(given) }),
    ({ key }) => {
      void queries.invalidateQueries({ queryKey: ['api-keys'] });
      onDone(key);
    },
  );
  const errors = blank ? { name: t('ui.field.required') } : fieldErrors(create.error, t);
  return (
    <form
      noValidate
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        setBlank(name.trim() === '');
        if (name.trim() !== '') create.mutate({ name: name.trim(), days });
      }}
    >
      <FormProblems
        problem={create.error}
        errors={errors}
        labels={{ name: t('profile.keys.name'), expiresAt: t('profile.keys.lasts') }}
      />
      <TextInput
        id="name"
        required
        maxLength={80}
        label={t('profile.keys.name')}
        description={t('profile.keys.name.hint')}
        error={errors['name']}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <NativeSelect
        id="expiresAt"
        label={t('profile.keys.lasts')}
        value={days}
        data={[
          ...DAYS.map((value) => ({ value, label: t('profile.keys.days', { count: Number(value) }) })),
          { value: '', label: t('profile.keys.forever') },
        ]}
        onChange={({ currentTarget }) => setDays(currentTarget.value)}
      />
      <Button type="submit" loading={create.isPending}>
        {t('profile.keys.create')}
      </Button>
    </form>
  );
}

function bodyOf({ name, days }: NewKey): { name: string; expiresAt?: string } {
  if (days === '') return { name };
  return { name, expiresAt: new Date(Date.now() + Number(days) * DAY_MS).toISOString() };
}
