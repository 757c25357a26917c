import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { api } from '../api/client';
import type { Person } from '../api/types';
import { useCommand } from '../api/use-command';
import { DraftNotice } from '../drafts/draft-notice';
import { useDraft } from '../drafts/use-draft';
import { fieldErrors } from '../feedback/field-errors';
import { FormProblems } from '../feedback/form-problems';
import { useMessages } from '../i18n/use-messages';
import { queryKeys } from '../query/query-keys';
import { toast } from '../toasts/toast-store';
import { OWN_ACCOUNT } from './messages';
import classes from './own-account.module.css';

interface Contact {
  name: string;
  phone: string;
}

/** Name and telephone as others see them; the address stays, since it is what one logs in with. */
export function ContactForm({ person }: { person: Person }): ReactElement {
  const { t } = useMessages(OWN_ACCOUNT);
  const queries = useQueryClient();
  const { email, organization, role } = person;
  const draft = useDraft<Contact>('profile', { name: person.name, phone: person.phone ?? '' });
  const [blank, setBlank] = useState(false);
  const { name, phone } = draft.value;
  const change = useCommand<Contact, Person>({
    stales: [queryKeys.who],
    send: (given) =>
      api.PATCH('/me', { body: { name: given.name, phone: given.phone === '' ? null : given.phone } }),
    onDone: (me) => {
      draft.clear();
      queries.setQueryData(queryKeys.me, me);
      toast(t('profile.contact.done'));
    },
  });
  const errors = blank ? { name: t('ui.field.required') } : fieldErrors(change.error, t);
  const labels = { name: t('profile.name'), phone: t('profile.phone') };
  return (
    <>
      <dl className={classes['facts']}>
        <dt>{t('ui.email')}</dt>
        <dd>{email}</dd>
        {organization !== null && (
          <>
            <dt>{t('profile.company')}</dt>
            <dd>{organization.name}</dd>
          </>
        )}
        <dt>{t('profile.role')}</dt>
        <dd>{t(`profile.role.${role}`)}</dd>
      </dl>
      <form
        noValidate
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          setBlank(name.trim() === '');
          if (name.trim() !== '') change.mutate({ name: name.trim(), phone: phone.trim() });
        }}
      >
        <DraftNotice draft={draft} />
        <FormProblems problem={change.error} errors={errors} labels={labels} />
        <TextInput
          id="name"
          required
          autoComplete="name"
          maxLength={120}
          label={labels.name}
          error={errors['name']}
          value={name}
          onChange={({ currentTarget: { value } }) => draft.change((before) => ({ ...before, name: value }))}
        />
        <TextInput
          id="phone"
          type="tel"
          autoComplete="tel"
          maxLength={40}
          label={labels.phone}
          description={t('profile.phone.hint')}
          error={errors['phone']}
          value={phone}
          onChange={({ currentTarget: { value } }) => draft.change((before) => ({ ...before, phone: value }))}
        />
        <Button type="submit" loading={change.isPending}>
          {t('ui.save')}
        </Button>
      </form>
    </>
  );
}
