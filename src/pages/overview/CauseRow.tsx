import { Label, Skeleton } from '@patternfly/react-core';
import { FlagIcon } from '@patternfly/react-icons';
import { Td, Tr } from '@patternfly/react-table';
import { guideOfFinding } from '@calico-readiness/requirements';
import { matrixOfRequirements } from '../../components/addresses';
import { FleetLink } from '../../components/FleetLink';
import { GuideButton } from '../../components/GuideButton';
import { printable } from '../../components/printable';
import { VerdictIcon } from '../../components/verdicts/VerdictIcon';
import { verdictWord } from '../../components/verdicts/verdict-words';
import { Timestamp } from '../../console/page-elements';
import type { AffectedPool } from '../../fleet/affected-pools';
import type { CountedCause } from '../../fleet/causes';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { ReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { AffectedShare } from './AffectedShare';
import { CausedRequirements } from './CausedRequirements';
import { causeSentence } from '../../components/cause-sentence';

interface CauseRowProps {
  readonly cause: CountedCause;
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
    <Tr className="calico-readiness__cause-row">
      <Td dataLabel={t('Cause')}>
        <CauseTitle cause={cause} />
      </Td>
      <Td dataLabel={t('Pools')} className="calico-readiness__cause-fact">
        {cause.pools === undefined ? (
          <StillLoading />
        ) : (
          cause.pools.map((pool) => <div key={pool.name ?? ''}>{poolText(translation, pool)}</div>)
        )}
      </Td>
      <Td dataLabel={t('Nodes')}>
        <AffectedShare cause={cause} nodes={nodes} more={more} />
      </Td>
      <Td dataLabel={t('Since')} className="calico-readiness__cause-fact">
        {cause.pools === undefined ? (
          <StillLoading />
        ) : cause.since === undefined ? (
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

/** In place of what only the rows can tell. */
const StillLoading = () => {
  const { t } = useReadinessTranslation();
  return <Skeleton width="6rem" screenreaderText={t('Loading')} />;
};

const CauseTitle = ({ cause }: { cause: CountedCause }) => {
  const translation = useReadinessTranslation();
  const { t, number } = translation;
  return (
    <span className="calico-readiness__cause-title">
      <VerdictIcon of={cause.nodes === 0 ? 'Waived' : cause.verdict} />
      <span>
        <span className="pf-v6-screen-reader">{verdictWord(t, cause.verdict)}: </span>
        <FleetLink to={matrixOfRequirements(cause.requirements, cause.reasons)}>
          {causeSentence(translation, cause)}
        </FleetLink>{' '}
        {cause.waivedNodes > 0 && (
          <Label isCompact variant="outline" icon={<FlagIcon />}>
            {t('{{number}} nodes waived', { count: cause.waivedNodes, number: number(cause.waivedNodes) })}
          </Label>
        )}{' '}
        {cause.bearing === 'does-not-block' && cause.nodes > 0 && (
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

function poolText({ t, number }: ReadinessTranslation, { name, nodes, system }: AffectedPool): string {
  const pool = name === null ? t('No pool') : printable(name, 63);
  return system === null
    ? t('{{pool}} {{number}}', { pool, number: number(nodes) })
    : t('{{pool}} {{number}} ({{system}})', { pool, number: number(nodes), system: printable(system, 40) });
}
