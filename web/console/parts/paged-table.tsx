import type { ReactElement, ReactNode } from 'react';
import type { Pages } from '../../ui/query/use-pages';
import { DataTable, type Column } from './data-table';
import { Paged } from './paged';

/** A table of a list that grows. */
export function PagedTable<Row>({
  pages,
  empty,
  ...table
}: {
  pages: Pages<Row>;
  /** Why there is nothing, and what to do. */
  empty: ReactNode;
  caption: string;
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
}): ReactElement {
  return (
    <Paged pages={pages} empty={empty}>
      {(rows) => <DataTable {...table} rows={rows} />}
    </Paged>
  );
}
