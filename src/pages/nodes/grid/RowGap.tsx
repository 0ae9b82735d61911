/** Room for rows that are not drawn. */
export const RowGap = ({ height, columnCount }: { height: number; columnCount: number }) =>
  height <= 0 ? null : (
    <tr role="presentation" aria-hidden="true" className="calico-readiness__gap">
      <td role="presentation" colSpan={columnCount} style={{ blockSize: height }} />
    </tr>
  );
