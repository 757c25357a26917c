import type { ReactElement, ReactNode } from 'react';
import classes from './ticket.module.css';

export interface Fact {
  term: string;
  value: ReactNode;
}

/** Names with what they are. */
export function Facts({
  facts,
  short = false,
}: {
  facts: readonly (Fact | null)[];
  /** Side by side where there is room. */
  short?: boolean;
}): ReactElement {
  return (
    <dl className={classes['facts']} data-short={short || undefined}>
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
