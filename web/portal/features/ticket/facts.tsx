import type { ReactElement, ReactNode } from 'react';
import classes from './ticket.module.css';

export interface Fact {
  term: string;
  value: ReactNode;
}

/** Names with what they are. */
export function Facts({ facts }: { facts: readonly (Fact | null)[] }): ReactElement {
  return (
    <dl className={classes['facts']}>
      {facts
        .filter((fact) => fact !== null)
        .map(({ term, value }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
