import { useMemo, useRef } from 'react';
import { EmptyState, EmptyStateBody, PageSection, Spinner } from '@patternfly/react-core';
import { CubesIcon } from '@patternfly/react-icons';
import { LabelledAlert } from '../../components/labelled/LabelledAlert';
import { HostText } from '../../components/HostText';
import { LoadProblemState } from '../../components/states/LoadProblemState';
import { withPageTexts } from '../../components/withPageTexts';
import { useWatchList } from '../../console/watch-list';
import type { K8sResourceCommon } from '../../console/watch-list';
import { buildFleet } from '../../fleet/build-fleet';
import type { Fleet } from '../../fleet/build-fleet';
import { useNow } from '../../hooks/useNow';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { useRelist } from '../../hooks/useRelist';
import { useWaivers } from '../../hooks/useWaivers';
import { loadProblem } from '../../k8s/load-problem';
import { nodeReportKind } from '../../k8s/models';
import type { NodeObject } from '../../k8s/models';
import { NodeReadiness } from './NodeReadiness';
import './node.css';

const staleCheckMilliseconds = 30_000;

/** The tab *Calico readiness* on the page of a node. The console hands the Node over and keeps it up to date. */
export const NodeTab = withPageTexts(function NodeTab({ obj: node }: { obj: NodeObject }) {
  const name = node.metadata?.name ?? '';
  const { watching, relist } = useRelist();
  // A list of at most one, because a watch of one object keeps showing it after it was deleted.
  const { items, loaded, error } = useWatchList<K8sResourceCommon>(watching ? nodeReportKind : null, {
    fieldSelector: `metadata.name=${name}`,
  });
  const now = useNow(staleCheckMilliseconds);
  const waivers = useWaivers(watching, now);
  const previous = useRef<Fleet>();
  const fleet = useMemo(() => {
    previous.current = buildFleet([node], items, [], now, previous.current, waivers);
    return previous.current;
  }, [node, items, now, waivers]);
  const [row] = fleet.rows;
  const problem = error ? loadProblem(error, nodeReportKind.plural) : null;
  return (
    <PageSection hasBodyWrapper={false} isFilled className="calico-readiness__page">
      {row?.report !== undefined && waivers !== undefined ? (
        <>
          {problem !== null && <NotRefreshed detail={problem.detail} />}
          <NodeReadiness fleet={fleet} row={{ ...row, report: row.report }} now={now} />
        </>
      ) : problem !== null ? (
        <LoadProblemState problem={problem} retry={relist} />
      ) : loaded ? (
        <NoReport ofEarlierNode={row?.reportOfEarlierNode === true} />
      ) : (
        <Loading />
      )}
    </PageSection>
  );
});

const NotRefreshed = ({ detail }: { detail: string }) => {
  const { t } = useReadinessTranslation();
  return (
    <LabelledAlert isInline variant="warning" component="h2" title={t('The data shown cannot be refreshed')}>
      {detail !== '' && <HostText>{detail}</HostText>}
    </LabelledAlert>
  );
};

const Loading = () => {
  const { t } = useReadinessTranslation();
  return <EmptyState headingLevel="h2" icon={Spinner} titleText={t('Loading the report of this node')} />;
};

const NoReport = ({ ofEarlierNode }: { ofEarlierNode: boolean }) => {
  const { t } = useReadinessTranslation();
  return (
    <EmptyState headingLevel="h2" icon={CubesIcon} titleText={t('This node has no report')}>
      <EmptyStateBody>
        {ofEarlierNode
          ? t(
              'There is a report of this name, but it is about an earlier node. The agent on this node has not reported yet.',
            )
          : t('The agent on this node has not reported yet, or it does not run there.')}
      </EmptyStateBody>
    </EmptyState>
  );
};
