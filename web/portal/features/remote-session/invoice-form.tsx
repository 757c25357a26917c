import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { useDraft } from '../../../ui/drafts/use-draft';
import { fieldErrors, type FieldErrors } from '../../../ui/feedback/field-errors';
import { FormProblems } from '../../../ui/feedback/form-problems';
import { useMessages } from '../../../ui/i18n/use-messages';
import { toast } from '../../../ui/toasts/toast-store';
import { CFDI_USES, TAX_REGIMES } from './invoice-codes';
import { SESSION_PAGE } from './messages';
import type { InvoiceData, RemoteSession } from './remote-session';
import classes from './session.module.css';
import { useSessionCommand } from './use-session-command';

const EMPTY: InvoiceData = { rfc: '', legalName: '', postalCode: '', taxRegime: '601', cfdiUse: 'G03' };
const TEXTS = [
  { name: 'rfc', maxLength: 13, autoCapitalize: 'characters' },
  { name: 'legalName', maxLength: 254, autoComplete: 'organization' },
  { name: 'postalCode', maxLength: 5, inputMode: 'numeric', autoComplete: 'postal-code' },
] as const;
const SELECTS = [
  { name: 'taxRegime', names: TAX_REGIMES },
  { name: 'cfdiUse', names: CFDI_USES },
] as const;

/** What the tax authority wants on the invoice. */
export function InvoiceForm({
  session,
  onClose,
}: {
  session: RemoteSession;
  onClose: () => void;
}): ReactElement {
  const { t } = useMessages(SESSION_PAGE);
  const { id, invoice } = session;
  const draft = useDraft<InvoiceData>(`invoice:${id}`, invoice.data ?? EMPTY);
  const [blank, setBlank] = useState<FieldErrors>({});
  const put = useSessionCommand<InvoiceData>(
    session,
    'invoice-data',
    (body, header) =>
      api.PUT('/remote-sessions/{id}/invoice-data', { params: { path: { id }, header }, body }),
    () => {
      draft.clear();
      onClose();
      toast(t('remoteSession.invoice.done'));
    },
  );
  const given = draft.value;
  const errors = Object.keys(blank).length > 0 ? blank : fieldErrors(put.error, t);
  const change = (name: keyof InvoiceData, value: string): void =>
    draft.change((before) => ({ ...before, [name]: value }));
  const labels = Object.fromEntries(
    [...TEXTS, ...SELECTS].map(({ name }) => [name, t(`remoteSession.invoice.${name}`)]),
  );
  return (
    <form
      noValidate
      className={classes['column']}
      onSubmit={(event) => {
        event.preventDefault();
        const missing = TEXTS.filter(({ name }) => given[name].trim() === '');
        setBlank(Object.fromEntries(missing.map(({ name }) => [name, t('ui.field.required')])));
        if (missing.length > 0) return;
        put.mutate({
          ...given,
          rfc: given.rfc.replace(/[\s-]/g, '').toUpperCase(),
          legalName: given.legalName.trim(),
          postalCode: given.postalCode.trim(),
        });
      }}
    >
      <FormProblems problem={put.error} errors={errors} labels={labels} />
      {TEXTS.map(({ name, ...attributes }) => (
        <TextInput
          key={name}
          id={name}
          required
          {...attributes}
          label={labels[name]}
          error={errors[name]}
          value={given[name]}
          onChange={({ currentTarget }) => change(name, currentTarget.value)}
        />
      ))}
      {SELECTS.map(({ name, names }) => (
        <NativeSelect
          key={name}
          id={name}
          label={labels[name]}
          error={errors[name]}
          value={given[name]}
          data={Object.entries(names).map(([value, label]) => ({ value, label: `${value} · ${label}` }))}
          onChange={({ currentTarget }) => change(name, currentTarget.value)}
        />
      ))}
      <div className={classes['secret']}>
        <Button type="submit" loading={put.isPending}>
          {t('ui.save')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}
