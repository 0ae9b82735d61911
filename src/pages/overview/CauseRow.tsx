import { Label } from '@patternfly/react-core';
import { Td, Tr } from '@patternfly/react-table';
import { guideOfFinding } from '@calico-readiness/requirements';
import { matrixAddress } from '../../components/addresses';
import { GuideButton } from '../../components/GuideButton';
import { HostText } from '../../components/HostText';
import { printable } from '../../components/printable';
import { reasonSentence } from '../../components/reason-sentence';
import { VerdictIcon } from '../../components/VerdictIcon';
import { verdictWord } from '../../components/verdict-words';
import { Timestamp } from '../../console/page-elements';
import { Link } from '../../console/router';
import type { AffectedPool, Cause } from '../../fleet/causes';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';

/** `nodes` is the size of the Node list. */
export const CauseRow = ({ cause, nodes }: { cause: Cause; nodes: number }) => {
  const translation = useReadinessTranslation();
  const { t, number } = translation;
  const guide = guideOfFinding(cause);
  const affected = cause.rows.length;
  return (
    <Tr>
      <Td dataLabel={t('Cause')}>
        <span className="calico-readiness__cause-title">
          <VerdictIcon of={cause.verdict} />
          <span>
            <span className="pf-v6-screen-reader">{verdictWord(t, cause.verdict)}: </span>
            <Link to={matrixAddress({ requirement: cause.requirement, reason: cause.reason })}>{reasonSentence(translation, cause)}</Link>{' '}
            {cause.bearing === 'does-not-block' && (
              <Label isCompact variant="outline">
                {t('Does not block')}
              </Label>
            )}
            <br />
            <HostText>{cause.requirement}</HostText>
          </span>
        </span>
      </Td>
      <Td dataLabel={t('Pools')} modifier="nowrap">
        {cause.pools.map((pool) => (
          <div key={pool.name ?? ''}>{poolText(pool)}</div>
        ))}
      </Td>
      <Td dataLabel={t('Nodes')}>
        <span className="calico-readiness__measure">
          <span className="calico-readiness__measure-number">{number(affected)}</span>
          <span className="calico-readiness__bar" aria-hidden="true">
            <span
              className={`calico-readiness__bar-part calico-readiness__bar-part--${cause.verdict}`}
              style={{ inlineSize: `${String((100 * affected) / Math.max(1, nodes))}%` }}
            />
          </span>
        </span>
      </Td>
      <Td dataLabel={t('Since')} modifier="nowrap">{cause.since === undefined ? '–' : <Timestamp timestamp={new Date(cause.since).toISOString()} />}</Td>
      <Td dataLabel={t('Guide')} isActionCell>
        {guide !== undefined && <GuideButton guide={guide} />}
      </Td>
    </Tr>
  );

  function poolText({ name, nodes: poolNodes, system }: AffectedPool): string {
    const pool = name === null ? t('No pool') : printable(name, 63);
    return system === null
      ? t('{{pool}} {{number}}', { pool, number: number(poolNodes) })
      : t('{{pool}} {{number}} ({{system}})', { pool, number: number(poolNodes), system: printable(system, 40) });
  }
};
