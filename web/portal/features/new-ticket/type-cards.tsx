import { Radio, SimpleGrid } from '@mantine/core';
import { useEffect, useRef, type ReactElement, type RefObject } from 'react';
import { CoverageWarning } from './coverage-warning';
import classes from './new-ticket.module.css';
import type { CatalogType } from './request';

/** Types to choose from; what is to be known about the chosen one stands in the row below it. */
export function TypeCards({
  types,
  chosen,
}: {
  types: readonly CatalogType[];
  /** Its id; empty or of another group for none of these. */
  chosen: string;
}): ReactElement {
  const at = types.findIndex(({ id }) => id === chosen);
  const told = useBroughtIntoView(at);
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs" mt="xs" className={classes['cards'] ?? ''}>
      {types.map(({ id, label, description }, order) => (
        <Radio
          key={id}
          value={id}
          label={label}
          description={description}
          className={classes['choice'] ?? ''}
          classNames={{
            body: classes['choiceBody'] ?? '',
            inner: classes['choiceInner'] ?? '',
            labelWrapper: classes['choiceLabel'] ?? '',
          }}
          style={{ order }}
        />
      ))}
      {/* There before it says anything: a screen reader announces only what changes in it. */}
      <div ref={told} role="status" className={classes['told']} style={{ order: at }}>
        {types[at] && <CoverageWarning type={types[at]} role="presentation" />}
      </div>
    </SimpleGrid>
  );
}

/** Of a choice at the foot of the screen, what it tells would stand below it. */
function useBroughtIntoView(chosen: number): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  const before = useRef(chosen);
  useEffect(() => {
    if (before.current !== chosen) box.current?.scrollIntoView({ block: 'nearest' });
    before.current = chosen;
  }, [chosen]);
  return box;
}
