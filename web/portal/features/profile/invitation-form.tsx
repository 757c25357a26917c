import { Button, Radio, Stack, TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { useCommand } from '../../../ui/api/use-command';
import { DraftNotice } from '../../../ui/drafts/draft-notice';
import { useDraft } from '../../../ui/drafts/use-draft';
import { fieldErrors, type FieldErrors } from '../../../ui/feedback/field-errors';
import { FormProblems } from '../../../ui/feedback/form-problems';
import { useMessages } from '../../../ui/i18n/use-messages';
import { toast } from '../../../ui/toasts/toast-store';
import { PROFILE_PAGES } from './messages';
import classes from '../../../ui/own-account/own-account.module.css';

const ROLES = ['client', 'client_admin'] as const;

interface Invited {
  name: string;
  email: string;
  role: (typeof ROLES)[number];
}

const EMPTY: Invited = { name: '', email: '', role: 'client' };
const FIELDS = [
  { name: 'name', type: 'text', maxLength: 120 },
  { name: 'email', type: 'email', maxLength: 254 },
] as const;

/** Invites a colleague by mail. */
export function InvitationForm(): ReactElement {
  const { t } = useMessages(PROFILE_PAGES);
  const draft = useDraft<Invited>('invitation', EMPTY);
  const [blank, setBlank] = useState<FieldErrors>({});
  const invite = useCommand<Invited, unknown>({
    name: 'invitation',
    stales: [['invitations']],
    send: (body, header) => api.POST('/invitations', { params: { header }, body }),
    onDone: (_answer, { email }) => {
      draft.clear();
      toast(t('profile.invite.done', { email }));
    },
  });
  const given = draft.value;
  const errors = Object.keys(blank).length > 0 ? blank : fieldErrors(invite.error, t);
  const labels = { name: t('profile.name'), email: t('ui.email') };
  return (
    <form
      noValidate
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        const missing = FIELDS.filter(({ name }) => given[name].trim() === '');
        setBlank(Object.fromEntries(missing.map(({ name }) => [name, t('ui.field.required')])));
        if (missing.length === 0)
          invite.mutate({ ...given, name: given.name.trim(), email: given.email.trim() });
      }}
    >
      <DraftNotice draft={draft} />
      <FormProblems problem={invite.error} errors={errors} labels={labels} />
      {FIELDS.map(({ name, ...attributes }) => (
        <TextInput
          key={name}
          id={name}
          required
          autoComplete="off"
          {...attributes}
          label={labels[name]}
          error={errors[name]}
          value={given[name]}
          onChange={({ currentTarget: { value } }) =>
            draft.change((before) => ({ ...before, [name]: value }))
          }
        />
      ))}
      <Radio.Group
        label={t('profile.role')}
        value={given.role}
        onChange={(role) => draft.change((before) => ({ ...before, role: role }))}
      >
        <Stack gap="xs" mt="xs">
          {ROLES.map((role) => (
            <Radio
              key={role}
              value={role}
              label={t(`profile.role.${role}`)}
              description={t(`profile.role.${role}.hint`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Button type="submit" loading={invite.isPending}>
        {t('profile.invite.send')}
      </Button>
    </form>
  );
}
