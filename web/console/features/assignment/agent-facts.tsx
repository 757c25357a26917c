import { IconCircleCheck, IconCircleOff, IconStar, IconStarOff } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import classes from './assignment.module.css';
import { LoadBar } from './load-bar';
import { MESSAGES } from './messages';
import type { Agent } from './use-agents';

/** What speaks for or against giving somebody a ticket of a type. */
export function AgentFacts({
  agent,
  type,
  typeName,
}: {
  agent: Agent;
  type: string;
  typeName: string;
}): ReactElement {
  const { t } = useMessages(MESSAGES);
  const knows = agent.skills.includes(type);
  const [Skill, Presence] = [
    knows ? IconStar : IconStarOff,
    agent.available ? IconCircleCheck : IconCircleOff,
  ];
  return (
    <span className={classes['facts']}>
      <span className={classes['fact']} data-good={agent.available || undefined}>
        <Presence size="1.1em" aria-hidden />
        {t(agent.available ? 'assignment.available' : 'assignment.unavailable')}
      </span>
      <span className={classes['fact']} data-good={knows || undefined}>
        <Skill size="1.1em" aria-hidden />
        {t(knows ? 'assignment.knows' : 'assignment.knowsNot', { type: typeName })}
      </span>
      <LoadBar agent={agent} />
    </span>
  );
}
