import { useCallback, useMemo } from 'react';
import { Card, CardBody, CardTitle, PageSection } from '@patternfly/react-core';
import type { Guide } from '@calico-readiness/requirements';
import type { NodeRow } from '../../fleet/node-row';
import { useFleet } from '../../hooks/useFleet';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { useWholeFleet } from '../../hooks/useWholeFleet';
import { nodesOfGuide } from './affected-nodes';
import type { GuideNodes } from './affected-nodes';
import { AffectedSummary } from './AffectedSummary';
import { BlockedFlows } from './BlockedFlows';
import { GuideHeader } from './GuideHeader';
import { OfficialLinks } from './OfficialLinks';
import { PlatformTabs } from './PlatformTabs';
import { WhyItMatters } from './WhyItMatters';
import './guides.css';

const nobody: GuideNodes = { affected: [], undecided: [] };

/** One guide, tailored to the affected nodes as soon as they are known: what to do first, then why. Its text is there in every state. */
export const GuideView = ({ guide }: { guide: Guide }) => {
  const { t, message } = useReadinessTranslation();
  // What to do hangs on the facts of the nodes that it is done to.
  const isAffected = useCallback((row: NodeRow) => nodesOfGuide([row], guide.id).affected.length > 0, [guide.id]);
  const state = useWholeFleet(useFleet(), isAffected);
  const fleet = state.status === 'ready' ? state.fleet : undefined;
  const nodes = useMemo(() => (fleet === undefined ? nobody : nodesOfGuide(fleet.rows, guide.id)), [fleet, guide.id]);
  const outdated =
    state.status === 'ready' && state.problem !== null ? { problem: state.problem, since: state.since } : null;
  return (
    <>
      <GuideHeader shortTitle={message(guide.shortTitle)} title={message(guide.title)} summary={message(guide.summary)}>
        <AffectedSummary guide={guide.id} state={state} nodes={nodes} />
      </GuideHeader>
      <PageSection hasBodyWrapper={false} isFilled>
        {guide.id === 'ports' && <BlockedFlows />}
        <PlatformTabs guide={guide} fleet={fleet} nodes={nodes} outdated={outdated} />
        <div className="calico-readiness__guide-section">
          <WhyItMatters guide={guide} nodes={nodes} />
        </div>
        <Card className="calico-readiness__guide-links">
          <CardTitle component="h2">{t('Official documentation')}</CardTitle>
          <CardBody>
            <OfficialLinks links={guide.links} />
          </CardBody>
        </Card>
      </PageSection>
    </>
  );
};
