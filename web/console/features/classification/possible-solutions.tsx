import { ActionIcon, Button, Group, NumberInput, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { MESSAGES } from './messages';

export interface PossibleSolution {
  summary: string;
  estimatedMinutes: number;
}

const MOST = 20;

/** What might solve it, and how long each would take. */
export function PossibleSolutions({
  solutions,
  onChange,
}: {
  solutions: readonly PossibleSolution[];
  onChange: (solutions: PossibleSolution[]) => void;
}): ReactElement {
  const { t } = useMessages(MESSAGES);
  const set = (index: number, next: Partial<PossibleSolution>): void =>
    onChange(solutions.map((each, at) => (at === index ? { ...each, ...next } : each)));
  return (
    <div>
      {solutions.map(({ summary, estimatedMinutes }, index) => {
        const number = index + 1;
        return (
          <Group key={index} gap="xs" wrap="nowrap" mt="xs">
            <TextInput
              flex={1}
              id={index === 0 ? 'possibleSolutions' : undefined}
              aria-label={t('classification.attend.solution', { number })}
              placeholder={t('classification.attend.solution', { number })}
              value={summary}
              onChange={(event) => set(index, { summary: event.currentTarget.value })}
            />
            <NumberInput
              w={110}
              min={1}
              max={100_000}
              hideControls
              suffix=" min"
              aria-label={t('classification.attend.minutesOf', { number })}
              value={estimatedMinutes}
              onChange={(minutes) => set(index, { estimatedMinutes: Number(minutes) })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              disabled={solutions.length === 1}
              aria-label={t('classification.attend.remove', { number })}
              onClick={() => onChange(solutions.filter((_each, at) => at !== index))}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </Group>
        );
      })}
      {solutions.length < MOST && (
        <Button
          mt="xs"
          size="compact-md"
          variant="subtle"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange([...solutions, { summary: '', estimatedMinutes: 30 }])}
        >
          {t('classification.attend.add')}
        </Button>
      )}
    </div>
  );
}
