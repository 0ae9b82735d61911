interface RowGapProps {
  /** In CSS pixels. */
  readonly height: number;
  readonly columnCount: number;
}

/** Room for rows that are not in the table. */
export const RowGap = ({ height, columnCount }: RowGapProps) =>
  height <= 0 ? null : (
    <tr {...undrawnRow}>
      <GapCell height={height} columnCount={columnCount} />
    </tr>
  );

/** What a row says of itself that shows nothing. */
export const undrawnRow = { role: 'presentation', 'aria-hidden': true, className: 'calico-readiness__gap' } as const;

/** All that stands in such a row. */
export const GapCell = ({ height, columnCount }: RowGapProps) => (
  <td role="presentation" colSpan={columnCount} style={{ blockSize: height }} />
);
