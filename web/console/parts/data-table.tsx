import { VisuallyHidden } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { useMessages } from '../../ui/i18n/use-messages';
import classes from './data-table.module.css';
import { PARTS_MESSAGES } from './messages';

export interface Column<Row> {
  /** Empty over buttons. */
  header: string;
  cell: (row: Row) => ReactNode;
  /** Digits stand under each other. */
  numeric?: boolean;
}

/**
 * Rows under headings; on a phone each row becomes a card that repeats the headings. The first column names the row.
 * Roles are given again, because a table that is shown as cards is none to a browser any more.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
}: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}): ReactElement {
  const { t } = useMessages(PARTS_MESSAGES);
  return (
    <table role="table" aria-label={caption} className={classes['table']}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ header, numeric }) => (
            <th key={header} role="columnheader" scope="col" data-numeric={numeric}>
              {header === '' ? <VisuallyHidden>{t('parts.actions')}</VisuallyHidden> : header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map(({ header, cell, numeric }, index) =>
              index === 0 ? (
                <th key={header} role="rowheader" scope="row">
                  {cell(row)}
                </th>
              ) : (
                <td key={header} role="cell" data-label={header} data-numeric={numeric}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
