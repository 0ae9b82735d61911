import { usePrinting } from '../print/printing-context';
import { mostPairs } from '../../hooks/flow-test/pair-test';
import type { FlowTestState } from '../../hooks/flow-test/useFlowTest';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { useRecheckRight } from '../../hooks/useRecheckRight';
import { printable } from '../printable';
import { TestAgainButton } from './TestAgainButton';

interface TestPairProps {
  readonly node: string;
  readonly peer: string;
  readonly again: FlowTestState;
}

/** Has both agents test each other at once: there, and the way back. */
export const TestPair = ({ node, peer, again: { ask, isRunning } }: TestPairProps) => {
  const allowed = useRecheckRight();
  const { isPrinting } = usePrinting();
  if (isPrinting) return null;
  return (
    <TestAgainButton
      name={printable(peer, 253)}
      allowed={allowed}
      isRunning={isRunning}
      onPress={() => {
        ask([
          { from: node, to: peer },
          { from: peer, to: node },
        ]);
      }}
    />
  );
};

interface TestNodeProps {
  readonly node: string;
  readonly peers: readonly string[];
  readonly again: FlowTestState;
}

/** Has a node's agent test all peers with which its flows fail. */
export const TestNode = ({ node, peers, again: { ask, isRunning } }: TestNodeProps) => {
  const { t, number } = useReadinessTranslation();
  const allowed = useRecheckRight();
  const { isPrinting } = usePrinting();
  if (isPrinting) return null;
  const tested = peers.slice(0, mostPairs);
  return (
    <TestAgainButton
      name={printable(node, 253)}
      label={
        tested.length < peers.length
          ? t('Test {{some}} of {{all}} failing nodes again now', {
              some: number(tested.length),
              all: number(peers.length),
            })
          : t('Test all {{number}} again now', { number: number(peers.length) })
      }
      allowed={allowed}
      isRunning={isRunning}
      onPress={() => {
        ask(tested.map((to) => ({ from: node, to })));
      }}
    />
  );
};
