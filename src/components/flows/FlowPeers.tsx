import { List, ListItem } from '@patternfly/react-core';
import { defaultProfileValues, isNodeName } from '@calico-readiness/requirements';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { ReadReport } from '../../k8s/read-node-report';
import { useFlowTest } from '../../hooks/flow-test/useFlowTest';
import { FlowTestProgress } from '../flow-test/FlowTestProgress';
import { TestNode, TestPair } from '../flow-test/TestFromNode';
import { FailingPeer } from './FailingPeer';
import { FlowCoverage } from './FlowCoverage';
import { flowName } from './flow-texts';
import { isTime } from './flow-time';
import './flows.css';
import { flowTestsOf } from './requirement-flows';

interface FlowPeersProps {
  readonly requirement: string;
  /** Of the node that tests. */
  readonly report: ReadReport;
}

/** What the node's own traffic to its peers showed of a requirement: how many were tested, and with which it fails. */
export const FlowPeers = ({ requirement, report: { name: node, facts, profile, observedAt } }: FlowPeersProps) => {
  const translation = useReadinessTranslation();
  const { flowTests } = facts;
  const tests = flowTestsOf(requirement, flowTests);
  const ports = profile?.ports.value ?? defaultProfileValues.ports;
  const again = useFlowTest();
  if (flowTests === undefined) return null;
  const { allPairsBy } = flowTests;
  const stillToCome = isTime(allPairsBy) && !(allPairsBy * 1000 <= (observedAt ?? 0)) ? allPairsBy : undefined;
  const failing = [...new Set(tests.flatMap((test) => test.failing.map(({ peer }) => peer)))].filter(isNodeName);
  return (
    <>
      {tests.map((test) => {
        const name = flowName(translation, test.flow, ports);
        return (
          <div key={test.flow} className="calico-readiness__flow-test">
            <p>
              <strong className="calico-readiness__flow-name">{name}</strong>{' '}
              <FlowCoverage test={test} allPairsBy={stillToCome} />
            </p>
            {test.failing.length > 0 && (
              <List isPlain aria-label={translation.t('{{flow}}: nodes with which it fails', { flow: name })}>
                {test.failing.map((peer) => (
                  <ListItem key={peer.peer}>
                    <FailingPeer peer={peer} />{' '}
                    {isNodeName(peer.peer) && isNodeName(node) && (
                      <TestPair node={node} peer={peer.peer} again={again} />
                    )}
                  </ListItem>
                ))}
              </List>
            )}
          </div>
        );
      })}
      {failing.length > 1 && isNodeName(node) && <TestNode node={node} peers={failing} again={again} />}
      {again.tests.length > 0 && <FlowTestProgress tests={again.tests} ports={ports} />}
    </>
  );
};
