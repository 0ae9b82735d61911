import { DeltaLabel } from '../../components/what-if/DeltaLabel';
import type { CountedCause } from '../../fleet/causes';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';

interface AffectedShareProps {
  readonly cause: CountedCause;
  /** The size of the Node list. */
  readonly nodes: number;
  /** In a what-if: how many more nodes than now. */
  readonly more: number | undefined;
}

/** How many nodes, as a number and as a bar beside the size of the Node list. */
export const AffectedShare = ({ cause, nodes, more }: AffectedShareProps) => {
  const { number } = useReadinessTranslation();
  const affected = cause.nodes;
  return (
    <span className="calico-readiness__measure">
      <span className="calico-readiness__measure-number">{number(affected)}</span>
      <span className="calico-readiness__bar" aria-hidden="true">
        <span
          className={`calico-readiness__bar-part calico-readiness__bar-part--${cause.verdict}`}
          style={{ inlineSize: `${String((100 * affected) / Math.max(1, nodes))}%` }}
        />
      </span>
      {more !== undefined && <DeltaLabel more={more} />}
    </span>
  );
};
