import { List, ListItem } from '@patternfly/react-core';
import { defaultProfileValues, isNodeName } from '@calico-readiness/requirements';
import type { FailingFlowPeer, FlowTest } from '@calico-readiness/requirements';
import { Timestamp } from '../../console/page-elements';
import { Link } from '../../console/router';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { ReadReport } from '../../k8s/read-node-report';
import { useFlowTest } from '../../hooks/flow-test/useFlowTest';
import { nodeTabAddress } from '../addresses';
import { FlowTestProgress } from '../flow-test/FlowTestProgress';
import { TestNode, TestPair } from '../flow-test/TestFromNode';
import { HostText } from '../HostText';
import { printable } from '../printable';
import { sentenceWith } from '../sentence-with';
import { flowName } from './flow-texts';
import { outcomeText, untestedText } from './flow-test-texts';
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
              <strong>{name}</strong> <Coverage test={test} allPairsBy={stillToCome} />
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

const isoOf = (seconds: number): string => new Date(seconds * 1000).toISOString();

/** A report may give any number; a time outside of the calendar is not shown. */
const isTime = (seconds: number): boolean => Math.abs(seconds) < 8.64e12;

interface CoverageProps {
  readonly test: FlowTest;
  /** Seconds since 1970 until which every pair is tested; undefined once that time is past. */
  readonly allPairsBy: number | undefined;
}

const Coverage = ({ test, allPairsBy }: CoverageProps) => {
  const translation = useReadinessTranslation();
  const { t, number } = translation;
  const { untested, tested, needed, covered, failing } = test;
  if (untested !== undefined) return <>{untestedText(translation, untested)}</>;
  const seen = t('{{tested}} of {{needed}} peers tested in the last half hour, {{covered}} found open so far.', {
    tested: number(tested),
    needed: number(needed),
    covered: number(covered),
  });
  const isComplete = covered + failing.length >= needed;
  return (
    <>
      {seen}{' '}
      {!isComplete &&
        allPairsBy !== undefined &&
        sentenceWith({ time: <Timestamp simple timestamp={isoOf(allPairsBy)} /> }, (places) =>
          t('All pairs by {{time}}.', places),
        )}
    </>
  );
};

/** One peer: who, what was seen, since when, and whether it is sure that the peer was there. */
const FailingPeer = ({ peer: { peer, outcome, said, firstAt, proven } }: { readonly peer: FailingFlowPeer }) => {
  const translation = useReadinessTranslation();
  const { t } = translation;
  return (
    <>
      <Link to={nodeTabAddress(peer)}>{printable(peer, 253)}</Link> {outcomeText(translation, outcome)}{' '}
      {said !== undefined && <HostText>{said}</HostText>}{' '}
      <span className="calico-readiness__quiet calico-readiness__flow-peer-line">
        {isTime(firstAt) &&
          sentenceWith({ time: <Timestamp simple timestamp={isoOf(firstAt)} /> }, (places) =>
            t('since {{time}}', places),
          )}
      </span>{' '}
      <span className="calico-readiness__quiet calico-readiness__flow-peer-line">
        {proven ? t('proven: its agent ran all the while') : t('not proven: its agent may have been away')}
      </span>
    </>
  );
};
