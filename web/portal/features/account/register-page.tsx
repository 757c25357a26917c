import { Anchor, Button, Text, TextInput } from '@mantine/core';
import { IconMailForward } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { api } from '../../../ui/api/client';
import { DraftNotice } from '../../../ui/drafts/draft-notice';
import { useDraft } from '../../../ui/drafts/use-draft';
import { fieldErrors, type FieldErrors } from '../../../ui/feedback/field-errors';
import { FormProblems } from '../../../ui/feedback/form-problems';
import { useMessages } from '../../../ui/i18n/use-messages';
import { keepDestination, useDestination } from '../../../ui/session/destination';
import { Page } from '../../../ui/shell/page';
import { PolicyLink } from '../../../ui/shell/policy-link';
import classes from './account.module.css';
import { ACCOUNT_PAGES } from './messages';
import { NextSteps } from './next-steps';
import { Outcome } from './outcome';

const FIELDS = [
  { name: 'name', type: 'text', autoComplete: 'name', maxLength: 120, required: true },
  { name: 'email', type: 'email', autoComplete: 'email', maxLength: 254, required: true },
  { name: 'phone', type: 'tel', autoComplete: 'tel', maxLength: 40, required: true },
  { name: 'company', type: 'text', autoComplete: 'organization', maxLength: 160, required: true },
  { name: 'customerNumber', type: 'text', autoComplete: 'off', maxLength: 40, required: false },
] as const;
type Field = (typeof FIELDS)[number]['name'];
type Given = Record<Field, string>;

const HINTED = ['email', 'phone', 'customerNumber'] as const;
const EMPTY: Given = { name: '', email: '', phone: '', company: '', customerNumber: '' };

/** Asks for an account. What it answers is the same for everybody. */
export function RegisterPage(): ReactElement {
  const { t } = useMessages(ACCOUNT_PAGES);
  const { path, carry } = useDestination();
  const draft = useDraft<Given>('registration', EMPTY);
  const [blank, setBlank] = useState<FieldErrors>({});
  const [sentTo, setSentTo] = useState<string | null>(null);
  const register = useMutation<unknown, ApiProblem, Given>({
    // Each attempt sends a mail: none is made unasked.
    retry: false,
    mutationFn: (given) => api.POST('/registrations', { body: bodyOf(given) }),
    onSuccess: (_answer, { email }) => {
      draft.clear();
      keepDestination(email, path);
      setSentTo(email.trim());
    },
  });
  if (sentTo !== null)
    return (
      <Outcome
        title={t('account.sent.title')}
        tone="info"
        icon={IconMailForward}
        action={
          <Button variant="default" onClick={() => setSentTo(null)}>
            {t('account.sent.other')}
          </Button>
        }
      >
        {t('account.sent.registration', { email: sentTo })}
      </Outcome>
    );
  const given = draft.value;
  const errors = Object.keys(blank).length > 0 ? blank : fieldErrors(register.error, t);
  const submit = (): void => {
    const missing = FIELDS.filter(({ name, required }) => required && given[name].trim() === '');
    setBlank(Object.fromEntries(missing.map(({ name }) => [name, t('ui.field.required')])));
    if (missing.length === 0) register.mutate(given);
  };
  const labels = Object.fromEntries(FIELDS.map(({ name }) => [name, t(`account.registration.${name}`)]));
  return (
    <Page title={t('account.registration.title')} width="text">
      <div className={classes['columns']}>
        <form
          noValidate
          className={classes['form']}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <Text>{t('account.registration.intro')}</Text>
          <DraftNotice draft={draft} />
          <FormProblems problem={register.error} errors={errors} labels={labels} />
          {FIELDS.map(({ name, required, ...attributes }) => {
            const hinted = HINTED.find((one) => one === name);
            return (
              <TextInput
                key={name}
                id={name}
                {...attributes}
                required={required}
                label={required ? labels[name] : `${labels[name] ?? ''} ${t('ui.optional')}`}
                description={hinted && t(`account.registration.${hinted}.hint`)}
                error={errors[name]}
                value={given[name]}
                onChange={({ currentTarget: { value } }) =>
                  draft.change((before) => ({ ...before, [name]: value }))
                }
              />
            );
          })}
          <Button type="submit" loading={register.isPending}>
            {t('account.registration.send')}
          </Button>
          <Anchor component={Link} to={carry('/entrar')}>
            {t('account.toLogIn')}
          </Anchor>
          <PolicyLink />
        </form>
        <NextSteps />
      </div>
    </Page>
  );
}

function bodyOf({ customerNumber, ...given }: Given): Omit<Given, 'customerNumber'> & {
  customerNumber: string | null;
} {
  const number = customerNumber.trim();
  return {
    name: given.name.trim(),
    email: given.email.trim(),
    phone: given.phone.trim(),
    company: given.company.trim(),
    customerNumber: number === '' ? null : number,
  };
}
