import { Select, Textarea, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { INCIDENTS_MESSAGES } from './messages';
import { SEVERITIES, type Severity } from './use-incidents';

export interface Fields {
  title: string;
  notice: string;
  severity: Severity;
}

/** As the service takes them: an empty notice is none. */
export function sentFields({ title, notice, severity }: Fields): {
  title: string;
  notice: string | null;
  severity: Severity;
} {
  return { title, notice: notice.trim() === '' ? null : notice, severity };
}

/** Title, severity and notice of an incident. */
export function IncidentFields({
  fields,
  onChange,
}: {
  fields: Fields;
  onChange: (fields: Fields) => void;
}): ReactElement {
  const { t } = useMessages(INCIDENTS_MESSAGES);
  return (
    <>
      <TextInput
        id="title"
        label={t('incidents.field.title')}
        description={t('incidents.field.title.hint')}
        data-autofocus
        maxLength={200}
        value={fields.title}
        onChange={({ currentTarget }) => onChange({ ...fields, title: currentTarget.value })}
      />
      <Select
        id="severity"
        label={t('incidents.severity')}
        allowDeselect={false}
        data={SEVERITIES.map((value) => ({ value, label: t(`incidents.severity.${value}`) }))}
        value={fields.severity}
        onChange={(value) =>
          onChange({ ...fields, severity: SEVERITIES.find((known) => known === value) ?? 'major' })
        }
      />
      <Textarea
        id="notice"
        label={`${t('incidents.notice')} ${t('ui.optional')}`}
        description={t('incidents.notice.hint')}
        autosize
        minRows={3}
        maxLength={2_000}
        value={fields.notice}
        onChange={({ currentTarget }) => onChange({ ...fields, notice: currentTarget.value })}
      />
    </>
  );
}
