/** A row as its list has it by now, for whoever works on it meanwhile; as it was once the list has it no more. */
export function presentOf<Row extends { id: string }>(rows: readonly Row[] | undefined, row: Row): Row {
  return rows?.find(({ id }) => id === row.id) ?? row;
}
