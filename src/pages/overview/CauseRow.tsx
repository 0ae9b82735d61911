import { Label } from '@patternfly/react-core';
import { Td, Tr } from '@patternfly/react-table';
import { guideOfFinding } from '@calico-readiness/requirements';
import { matrixOfRequirements } from '../../components/addresses';
import { FleetLink } from '../../components/FleetLink';
import { GuideButton } from '../../components/GuideButton';
import { printable } from '../../components/printable';
import { VerdictIcon } from '../../components/verdicts/VerdictIcon';
import { verdictWord } from '../../components/verdicts/verdict-words';
import { DeltaLabel } from '../../components/what-if/DeltaLabel';
import { Timestamp } from '../../console/page-elements';
import type { AffectedPool } from '../../fleet/affected-pools';
import type { Cause } from '../../fleet/causes';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { ReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { CausedRequirements } from './CausedRequirements';
import { causeSentence } from './cause-sentence';

interface CauseRowProps {
  readonly cause: Cause;
  /** The size of the Node list. */
  readonly nodes: number;
  /** In a what-if: how many more nodes than now. */
  readonly more: number | undefined;
}

/** One cause with its nodes and the way to its guide. */
export const CauseRow = ({ cause, nodes, more }: CauseRowProps) => {
  const translation = useReadinessTranslation();
  const { t } = translation;
  const guide = cause.root?.guide ?? guideOfFinding(cause);
  return (
    <Tr>
      <Td dataLabel={t('Cause')}>
        <CauseTitle cause={cause} />
      </Td>
      <Td dataLabel={t('Pools')} modifier="nowrap">
        {cause.pools.map((pool) => (
          <div key={pool.name ?? ''}>{poolText(translation, pool)}</div>
        ))}
      </Td>
      <Td dataLabel={t('Nodes')}>
        <AffectedShare cause={cause} nodes={nodes} more={more} />
      </Td>
      <Td dataLabel={t('Since')} modifier="nowrap">
        {cause.since === undefined ? (
          more !== undefined && more > 0 ? (
            t('What-if')
          ) : (
            '–'
          )
        ) : (
          <Timestamp timestamp={new Date(cause.since).toISOString()} />
        )}
      </Td>
      <Td dataLabel={t('Guide')} isActionCell>
        {guide !== undefined && <GuideButton guide={guide} />}
      </Td>
    </Tr>
  );
};

const CauseTitle = ({ cause }: { cause: Cause }) => {
  const translation = useReadinessTranslation();
  const { t } = translation;
  return (
    <span className="calico-readiness__cause-title">
      <VerdictIcon of={cause.verdict} />
      <span>
        <span className="pf-v6-screen-reader">{verdictWord(t, cause.verdict)}: </span>
        <FleetLink to={matrixOfRequirements(cause.requirements, cause.reasons)}>
          {causeSentence(translation, cause)}
        </FleetLink>{' '}
        {cause.bearing === 'does-not-block' && (
          <Label isCompact variant="outline">
            {t('Does not block')}
          </Label>
        )}
        <br />
        <CausedRequirements cause={cause} />
      </span>
    </span>
  );
};

/** How many nodes, as a number and as a bar beside the size of the Node list. */
const AffectedShare = ({ cause, nodes, more }: CauseRowProps) => {
  const { number } = useReadinessTranslation();
  const affected = cause.rows.length;
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

function poolText({ t, number }: ReadinessTranslation, { name, nodes, system }: AffectedPool): string {
  const pool = name === null ? t('No pool') : printable(name, 63);
  return system === null
    ? t('{{pool}} {{number}}', { pool, number: number(nodes) })
    : t('{{pool}} {{number}} ({{system}})', { pool, number: number(nodes), system: printable(system, 40) });
}
