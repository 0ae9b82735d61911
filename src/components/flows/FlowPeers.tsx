import { List, ListItem } from '@patternfly/react-core';
import { defaultProfileValues } from '@calico-readiness/requirements';
import type { ExternalSessions, FailingFlowPeer, FlowTest } from '@calico-readiness/requirements';
import { Timestamp } from '../../console/page-elements';
import { Link } from '../../console/router';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { ReadReport } from '../../k8s/read-node-report';
import { nodeTabAddress } from '../addresses';
import { HostText } from '../HostText';
import { printable } from '../printable';
import { sentenceWith } from '../sentence-with';
import { flowName } from './flow-texts';
import { outcomeText, untestedText } from './flow-test-texts';
import { flowTestsOf } from './requirement-flows';

interface FlowPeersProps {
  readonly requirement: string;
  /** Of the node that tests. */
  readonly report: ReadReport;
}

/** What the node's own traffic to its peers showed of a requirement: how many were tested, and with which it fails. */
export const FlowPeers = ({ requirement, report: { facts, profile } }: FlowPeersProps) => {
  const translation = useReadinessTranslation();
  const { flowTests } = facts;
  const tests = flowTestsOf(requirement, flowTests);
  const ports = profile?.ports.value ?? defaultProfileValues.ports;
  if (flowTests === undefined) return null;
  return (
    <>
      {tests.map((test) => {
        const name = flowName(translation, test.flow, ports);
        return (
          <div key={test.flow}>
            <p>
              <strong>{name}</strong> <Coverage test={test} allPairsBy={flowTests.allPairsBy} />
            </p>
            {test.failing.length > 0 && (
              <List isPlain aria-label={translation.t('{{flow}}: nodes with which it fails', { flow: name })}>
                {test.failing.map((peer) => (
                  <ListItem key={peer.peer}>
                    <FailingPeer peer={peer} />
                  </ListItem>
                ))}
              </List>
            )}
          </div>
        );
      })}
    </>
  );
};

const isoOf = (seconds: number): string => new Date(seconds * 1000).toISOString();

/** A report may give any number; a time outside of the calendar is not shown. */
const isTime = (seconds: number): boolean => Math.abs(seconds) < 8.64e12;

const Coverage = ({ test, allPairsBy }: { readonly test: FlowTest; readonly allPairsBy: number }) => {
  const translation = useReadinessTranslation();
  const { t, number } = translation;
  const { untested, tested, needed, covered, failing, external } = test;
  if (untested !== undefined) return <>{untestedText(translation, untested)}</>;
  const sessions = external !== undefined && external.needed > 0 && <Sessions sessions={external} />;
  if (needed === 0 && sessions !== false) return <>{sessions}</>;
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
        isTime(allPairsBy) &&
        sentenceWith({ time: <Timestamp simple timestamp={isoOf(allPairsBy)} /> }, (places) =>
          t('All pairs by {{time}}.', places),
        )}{' '}
      {sessions}
    </>
  );
};

/** Sessions with routers, to which the agent sends nothing. */
const Sessions = ({ sessions: { needed, up, missing } }: { readonly sessions: ExternalSessions }) => {
  const { t, number } = useReadinessTranslation();
  return (
    <>
      {t('BGP sessions with {{up}} of {{needed}} external peers are up.', { up: number(up), needed: number(needed) })}{' '}
      {missing.length > 0 &&
        sentenceWith({ peers: <HostText>{missing.join(', ')}</HostText> }, (places) =>
          t('None with {{peers}}.', places),
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
      <span className="calico-readiness__quiet">
        {isTime(firstAt) &&
          sentenceWith({ time: <Timestamp simple timestamp={isoOf(firstAt)} /> }, (places) =>
            t('since {{time}}', places),
          )}{' '}
        {proven ? t('proven: its agent ran all the while') : t('not proven: its agent may have been away')}
      </span>
    </>
  );
};
