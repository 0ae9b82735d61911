import type { ExternalSessions, FlowTest } from '@calico-readiness/requirements';
import { Timestamp } from '../../console/page-elements';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { HostText } from '../HostText';
import { sentenceWith } from '../sentence-with';
import { isoOf } from './flow-time';
import { untestedText } from './flow-test-texts';

interface FlowCoverageProps {
  readonly test: FlowTest;
  /** Seconds since 1970 until which every pair is tested; undefined once that time is past. */
  readonly allPairsBy: number | undefined;
}

/** How many of the peers were tested, and found open. */
export const FlowCoverage = ({ test, allPairsBy }: FlowCoverageProps) => {
  const translation = useReadinessTranslation();
  const { t, number } = translation;
  const { untested, tested, needed, covered, failing, external } = test;
  if (untested !== undefined) return <>{untestedText(translation, untested)}</>;
  const sessions = external !== undefined && external.needed > 0 && <Sessions sessions={external} />;
  if (needed === 0 && sessions !== false) return <>{sessions}</>;
  const seen = t('{{tested}} of {{needed}} peers tested in the last half hour, {{covered}} found open so far.', {
    // Agents of an earlier version count a peer in each quarter hour.
    tested: number(Math.min(tested, needed)),
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
