import {
  Button,
  Fieldset,
  Group,
  NativeSelect,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../../ui/api/client';
import type { Ticket } from '../../../ui/api/types';
import { useCommand } from '../../../ui/api/use-command';
import { DraftNotice } from '../../../ui/drafts/draft-notice';
import { useDraft } from '../../../ui/drafts/use-draft';
import { ErrorSummary } from '../../../ui/feedback/error-summary';
import { fieldErrors } from '../../../ui/feedback/field-errors';
import { ProblemAlert } from '../../../ui/feedback/problem-alert';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useCatalog } from '../../../ui/query/use-catalog';
import { Page } from '../../../ui/shell/page';
import { toast } from '../../../ui/toasts/toast-store';
import { fromLocalTime, toLocalTime } from '../ticket/local-time';
import { missingFields } from '../ticket/missing-fields';
import { ClientField, shownAs, type Client } from './client-field';
import { MESSAGES } from './messages';

const EMPTY = {
  organization: '',
  onBehalfOf: '',
  /** How they were shown when they were chosen; the service is not told. */
  clientShown: '',
  onBehalfReason: '',
  subject: '',
  description: '',
  type: '',
  incidentAt: '',
  product: '',
  productVersion: '',
  name: '',
  email: '',
  phone: '',
};
type Form = typeof EMPTY;

/** Registers a ticket for a client who can not do it, with the reason, which the client sees. */
export function RegisterPage(): ReactElement {
  const { t } = useMessages(MESSAGES);
  const navigate = useNavigate();
  const catalog = useCatalog().data;
  const draft = useDraft<Form>('register', EMPTY);
  const form = draft.value;
  const [tried, setTried] = useState(false);
  const change = (next: Partial<Form>): void => draft.change((before) => ({ ...before, ...next }));
  const products = (catalog?.products ?? []).filter(({ providedByUs }) => providedByUs);
  const product = products.find(({ id }) => id === form.product) ?? products[0];
  const version = form.productVersion === '' ? (product?.currentVersion ?? '') : form.productVersion;
  const type = catalog?.types.find(({ id }) => id === form.type);
  const incidentAt = fromLocalTime(form.incidentAt);
  const register = useCommand<ReturnType<typeof bodyOf>, unknown>({
    name: 'register',
    send: (body, { 'Idempotency-Key': key }) =>
      api.POST('/tickets', { params: { header: { 'Idempotency-Key': key } }, body }),
    onDone(answer) {
      const { folio } = answer as Ticket;
      draft.clear();
      toast(t('queue.register.done', { folio }));
      void navigate(`/tickets/${folio}`);
    },
  });
  const labels = {
    organization: t('queue.register.organization'),
    onBehalfOf: t('queue.register.client'),
    onBehalfReason: t('queue.register.reason'),
    subject: t('queue.register.subject'),
    description: t('queue.register.description'),
    type: t('queue.register.type'),
    incidentAt: t('queue.register.incidentAt'),
    productVersion: t('queue.register.version'),
    name: t('queue.register.name'),
    email: t('queue.register.email'),
    phone: t('queue.register.phone'),
  };
  const missing = missingFields(
    // Product and version have what is current unless something else is chosen.
    {
      ...form,
      // A customer only narrows the search; a person has theirs.
      organization: 'not asked',
      clientShown: 'not asked',
      product: product?.id ?? '',
      productVersion: version,
      incidentAt: type?.problem === true ? (incidentAt ?? '') : 'not asked',
    },
    t('queue.register.required'),
  );
  const refused = fieldErrors(register.error, t);
  const errors = tried && Object.keys(missing).length > 0 ? missing : withoutPrefix(refused);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(missing).length > 0 || product === undefined) return;
    register.mutate(bodyOf(form, product.id, version, type?.problem === true ? incidentAt : null));
  };
  const line = (name: 'subject' | 'name' | 'email' | 'phone', kind = 'text'): ReactElement => (
    <TextInput
      id={name}
      type={kind}
      label={labels[name]}
      value={form[name]}
      error={errors[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
  const lines = (name: 'description' | 'onBehalfReason', minRows: number): ReactElement => (
    <Textarea
      id={name}
      label={labels[name]}
      autosize
      minRows={minRows}
      value={form[name]}
      error={errors[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <Page title={t('queue.register')} width="text">
      <form onSubmit={send} noValidate>
        <Stack gap="md">
          <Text c="dimmed">{t('queue.register.why')}</Text>
          <DraftNotice draft={draft} />
          <ErrorSummary errors={errors} labels={labels} />
          {register.error && Object.keys(errors).length === 0 && <ProblemAlert problem={register.error} />}
          <ClientField
            organization={form.organization}
            chosen={{ id: form.onBehalfOf, shown: form.clientShown }}
            errors={errors}
            onOrganization={(organization) => change({ organization, onBehalfOf: '', clientShown: '' })}
            onClient={(client) => change(client === null ? NOBODY : chosen(client))}
          />
          {lines('onBehalfReason', 2)}
          {line('subject')}
          {lines('description', 4)}
          <NativeSelect
            id="type"
            label={labels.type}
            value={form.type}
            error={errors['type']}
            onChange={(event) =>
              change({
                type: event.currentTarget.value,
                ...(form.incidentAt === '' && { incidentAt: toLocalTime(new Date()) }),
              })
            }
            data={[
              { value: '', label: t('queue.register.type.choose') },
              ...(catalog?.types ?? []).map(({ id, label }) => ({ value: id, label })),
            ]}
          />
          {type?.warning && <Text size="sm">{type.warning}</Text>}
          {type?.problem === true && (
            <TextInput
              id="incidentAt"
              type="datetime-local"
              label={labels.incidentAt}
              value={form.incidentAt}
              error={errors['incidentAt']}
              onChange={(event) => change({ incidentAt: event.currentTarget.value })}
            />
          )}
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <NativeSelect
              id="product"
              label={t('queue.register.product')}
              value={product?.id ?? ''}
              onChange={(event) => change({ product: event.currentTarget.value, productVersion: '' })}
              data={products.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <TextInput
              id="productVersion"
              label={labels.productVersion}
              value={version}
              error={errors['productVersion']}
              onChange={(event) => change({ productVersion: event.currentTarget.value })}
            />
          </SimpleGrid>
          <Fieldset legend={t('queue.register.contact')}>
            <SimpleGrid cols={{ base: 1, xs: 3 }}>
              {line('name')}
              {line('email', 'email')}
              {line('phone', 'tel')}
            </SimpleGrid>
          </Fieldset>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => void navigate('/')}>
              {t('ui.cancel')}
            </Button>
            <Button type="submit" loading={register.isPending}>
              {t('queue.register.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Page>
  );
}

const NOBODY = { onBehalfOf: '', clientShown: '' };

/** Their contact data are the ticket's unless the agent writes others. */
function chosen(client: Client): Partial<Form> {
  const { id, name, email, phone, organization } = client;
  return {
    onBehalfOf: id,
    clientShown: shownAs(client),
    organization: organization.id,
    name,
    email,
    ...(phone !== null && { phone }),
  };
}

function bodyOf(form: Form, product: string, productVersion: string, incidentAt: string | null) {
  const { subject, description, type, onBehalfOf, onBehalfReason, name, email, phone } = form;
  return {
    subject,
    description,
    type,
    onBehalfOf,
    onBehalfReason,
    product,
    productVersion,
    contact: { name, email, phone },
    ...(incidentAt !== null && { incidentAt }),
  };
}

/** The service names a contact's fields `contact.name`; here their ids are the last word. */
function withoutPrefix(errors: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).map(([path, sentence]) => [path.replace(/^contact\./, ''), sentence]),
  );
}
