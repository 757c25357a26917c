import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { typeLabel, useCatalog } from '../../../ui/query/use-catalog';
import { PEOPLE_MESSAGES } from './messages';

const SHOWN = 3;

/** The ticket types that somebody knows: the first few, and all of them on hover. */
export function SkillList({ skills }: { skills: readonly string[] }): ReactElement {
  const { t } = useMessages(PEOPLE_MESSAGES);
  const { data } = useCatalog();
  const names = skills.map((skill) => typeLabel(data, skill));
  if (names.length === 0) return <>{t('people.skills.none')}</>;
  const more = names.length - SHOWN;
  return (
    <Text component="span" inherit title={names.join(' · ')}>
      {names.slice(0, SHOWN).join(' · ')} {more > 0 && t('people.skills.more', { count: more })}
    </Text>
  );
}
