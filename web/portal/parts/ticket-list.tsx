import { Text, Title } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './ticket-list.module.css';

export function TicketList({ label, children }: { label?: string; children: ReactNode }): ReactElement {
  return (
    <ul className={classes['list']} aria-label={label}>
      {children}
    </ul>
  );
}

/** One ticket in a list. All of it leads to the ticket; its name is the subject alone. */
export function TicketListItem({
  to,
  subject,
  order,
  mark,
  facts,
  turn,
  children,
}: {
  to: string;
  subject: string;
  /** Rank of its heading. */
  order: 2 | 3;
  /** Where it stands, beside the subject. */
  mark: ReactNode;
  /** In small letters below. */
  facts: readonly string[];
  /** Whose turn it is, on its edge. */
  turn?: 'client' | 'support' | 'nobody';
  children?: ReactNode;
}): ReactElement {
  return (
    <li className={classes['item']} data-turn={turn}>
      <div className={classes['head']}>
        <Title order={order} size="h5" className={classes['subject'] ?? ''}>
          <Link to={to} className={classes['link']}>
            {subject}
          </Link>
        </Title>
        {mark}
      </div>
      {children}
      <Text size="sm" c="dimmed" mt={4}>
        {facts.join(' · ')}
      </Text>
      <IconChevronRight size={20} className={classes['chevron']} aria-hidden />
    </li>
  );
}
