import { List, ListItem } from '@patternfly/react-core';
import type { CalicoPorts } from '@calico-readiness/requirements';
import { Timestamp } from '../../console/page-elements';
import { isBlocked, isOpen, isWaiting } from '../../hooks/flow-test/pair-test';
import type { PairTest } from '../../hooks/flow-test/pair-test';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { HostText } from '../HostText';
import { printable } from '../printable';
import { sentenceWith } from '../sentence-with';
import { VerdictIcon } from '../verdicts/VerdictIcon';
import { pairText } from './pair-text';

interface FlowTestProgressProps {
  readonly tests: readonly PairTest[];
  readonly ports: CalicoPorts;
}

/** What became of the pairs that were asked for: how many are open, and each by itself. */
export const FlowTestProgress = ({ tests, ports }: FlowTestProgressProps) => {
  const { t, number } = useReadinessTranslation();
  const waiting = tests.filter(isWaiting).length;
  return (
    <>
      <p role="status">
        {tests.length > 0 &&
          (waiting > 0
            ? t('Testing again, {{number}} of {{all}} not answered yet', {
                number: number(waiting),
                all: number(tests.length),
              })
            : t('Tested again: {{open}} of {{all}} open', {
                open: number(tests.filter(isOpen).length),
                all: number(tests.length),
              }))}
      </p>
      {tests.length > 0 && (
        <List isPlain aria-label={t('Tested again')}>
          {tests.map((test) => (
            <ListItem key={`${test.from} ${test.to}`}>
              <PairLine test={test} ports={ports} />
            </ListItem>
          ))}
        </List>
      )}
    </>
  );
};

/** One blocked visit is no failure yet, and what was not tested is Unknown. */
const PairLine = ({ test, ports }: { readonly test: PairTest; readonly ports: CalicoPorts }) => {
  const translation = useReadinessTranslation();
  const { t } = translation;
  const { from, to, state } = test;
  const testedAt = state.is === 'answered' ? state.answer.testedAt : undefined;
  return (
    <>
      <VerdictIcon of={isOpen(test) ? 'Pass' : isBlocked(test) ? 'Warn' : 'Unknown'} />{' '}
      {sentenceWith({ source: <bdi>{printable(from, 253)}</bdi>, target: <bdi>{printable(to, 253)}</bdi> }, (places) =>
        t('From {{source}} to {{target}}', places),
      )}{' '}
      <strong>{pairText(translation, test, ports)}</strong>{' '}
      {state.is === 'refused' && state.message !== '' && <HostText>{state.message}</HostText>}
      {testedAt !== undefined && (
        <span className="calico-readiness__quiet">
          {sentenceWith({ time: <Timestamp simple timestamp={testedAt} /> }, (places) =>
            t('tested at {{time}}', places),
          )}
        </span>
      )}
    </>
  );
};
