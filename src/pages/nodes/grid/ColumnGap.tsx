/** In place of columns that are not drawn. */
export const ColumnGap = ({ columnCount }: { columnCount: number }) =>
  columnCount <= 0 ? null : <td role="presentation" aria-hidden="true" colSpan={columnCount} />;
