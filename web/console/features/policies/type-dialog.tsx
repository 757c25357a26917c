import { Checkbox, Select, SimpleGrid, Text, TextInput, Textarea } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { ApiProblem, type FieldProblem } from '../../../ui/api/api-problem';
import type { Priority } from '../../../ui/api/types';
import { useMessages } from '../../../ui/i18n/use-messages';
import { FormDialog } from '../../parts/form-dialog';
import { useFields } from '../../parts/use-fields';
import { POLICIES_MESSAGES } from './messages';
import { COVERAGES, type TypeValues } from './types';
import { PRIORITIES } from './use-policy';

interface Values {
  label: string;
  description: string;
  /** One a line. */
  examples: string;
  warning: string;
  coverage: TypeValues['coverage'];
  problem: boolean;
  defaultPriority: Priority | null;
  ceiling: Priority | null;
}

/** One ticket type of the next version; it goes into the draft, and is reviewed with everything else. */
export function TypeDialog({
  type,
  onChange,
  onClose,
}: {
  type: TypeValues;
  onChange: (type: TypeValues) => void;
  onClose: () => void;
}): ReactElement {
  const { t } = useMessages(POLICIES_MESSAGES);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const labels = {
    label: t('policies.type.label'),
    description: t('policies.type.description'),
    examples: `${t('policies.type.examples')} ${t('ui.optional')}`,
    warning: t('policies.type.warning'),
    coverage: t('policies.coverage'),
    problem: t('policies.type.problem'),
    defaultPriority: t('policies.type.defaultPriority'),
    ceiling: t('policies.type.ceiling'),
  };
  const { values, text, choice, check } = useFields<Values>(valuesOf(type), labels, problem);
  const priorities = PRIORITIES.map((value) => ({ value, label: t(`ui.priority.${value}`) }));
  return (
    <FormDialog
      title={t('policies.type.change.of', { label: type.label })}
      submit={t('policies.type.keep')}
      isPending={false}
      problem={problem}
      labels={labels}
      onSubmit={() => {
        const found = problemsOf(values);
        if (found.length > 0) return setProblem(new ApiProblem(422, 'invalid_policy', '', found));
        onChange(typeWith(type, values));
        onClose();
      }}
      onClose={onClose}
    >
      <Select
        {...choice('coverage')}
        data-autofocus
        allowDeselect={false}
        description={t(`policies.coverage.${values.coverage}.hint`)}
        data={COVERAGES.map((value) => ({ value, label: t(`policies.coverage.${value}`) }))}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select
          {...choice('defaultPriority')}
          clearable
          placeholder={t('policies.type.byMatrix')}
          data={priorities}
        />
        <Select
          {...choice('ceiling')}
          clearable
          placeholder={t('policies.type.noCeiling')}
          data={priorities}
        />
      </SimpleGrid>
      <Checkbox {...check('problem')} />
      <Text size="sm" c="dimmed">
        {t('policies.type.texts')}
      </Text>
      <TextInput {...text('label')} maxLength={80} />
      <Textarea {...text('description')} autosize minRows={2} maxLength={1_000} />
      <Textarea {...text('examples')} autosize minRows={2} description={t('policies.type.examples.hint')} />
      {values.coverage !== 'included' && (
        <Textarea
          {...text('warning')}
          autosize
          minRows={2}
          maxLength={1_000}
          description={t('policies.type.warning.hint')}
        />
      )}
    </FormDialog>
  );
}

function valuesOf({ examples, warning, ...type }: TypeValues): Values {
  return { ...type, examples: examples.join('\n'), warning: warning ?? '' };
}

function typeWith({ id }: TypeValues, { examples, warning, ...values }: Values): TypeValues {
  return {
    ...values,
    id,
    label: values.label.trim(),
    description: values.description.trim(),
    examples: linesOf(examples),
    warning: values.coverage === 'included' ? null : warning.trim(),
  };
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** What the service would refuse, and a type that is not included without a word to the client. */
function problemsOf({ label, description, coverage, warning, ...rest }: Values): FieldProblem[] {
  const required = (path: string, value: string): FieldProblem[] =>
    value.trim() === '' ? [{ path, code: 'required' }] : [];
  const { defaultPriority, ceiling, examples } = rest;
  const above =
    defaultPriority !== null &&
    ceiling !== null &&
    PRIORITIES.indexOf(defaultPriority) < PRIORITIES.indexOf(ceiling);
  return [
    ...(above ? [{ path: 'defaultPriority', code: 'above_ceiling' }] : []),
    ...required('label', label),
    ...required('description', description),
    ...(linesOf(examples).length > MOST_EXAMPLES ? [{ path: 'examples', code: 'too_many' }] : []),
    ...(coverage === 'included' ? [] : required('warning', warning)),
  ];
}

const MOST_EXAMPLES = 10;
