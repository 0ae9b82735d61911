import { List, ListItem } from '@patternfly/react-core';
import { Link } from '../../console/router';
import { matrixAddress } from '../../components/addresses';
import { VerdictIcon } from '../../components/verdicts/VerdictIcon';
import { verdictWord } from '../../components/verdicts/verdict-words';
import type { RowVerdict } from '../../fleet/node-row';
import { useNow } from '../../hooks/useNow';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { HealthResults } from './cluster-health';
import { clusterSummary } from './summary';
import type { SummaryCounts } from './summary';

const checkMilliseconds = 30_000;

const shown: readonly (readonly [RowVerdict, keyof SummaryCounts])[] = [
  ['Ready', 'ready'],
  ['ReadyWithWaivers', 'waived'],
  ['NotReady', 'notReady'],
  ['Unknown', 'unknown'],
  ['Stale', 'stale'],
  ['NoReport', 'noReport'],
];

/** What opens when the line of the status card is pressed: nodes by verdict, and the way to ours. */
export const ClusterHealthPopup = ({ clusterReport = {} }: HealthResults) => {
  const { t, number } = useReadinessTranslation();
  const summary = clusterSummary(clusterReport, useNow(checkMilliseconds));
  return (
    <>
      {'counts' in summary ? (
        <List isPlain>
          {shown
            .filter(([, count]) => summary.counts[count] > 0)
            .map(([verdict, count]) => (
              <ListItem key={verdict}>
                <VerdictIcon of={verdict} />{' '}
                <Link to={matrixAddress({ verdict })}>
                  {t('{{number}} {{verdict}}', {
                    number: number(summary.counts[count]),
                    verdict: verdictWord(t, verdict),
                  })}
                </Link>
              </ListItem>
            ))}
        </List>
      ) : (
        <p>{t('The controller of Calico Readiness gives no current summary. The overview counts by itself.')}</p>
      )}
      <Link to="/calico-readiness">{t('Show Calico readiness')}</Link>
    </>
  );
};
