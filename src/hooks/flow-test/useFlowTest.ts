import { useCallback, useEffect, useRef, useState } from 'react';
import { askFlowTests } from './ask-flow-tests';
import { isWaiting, mostPairs } from './pair-test';
import type { Pair, PairTest } from './pair-test';

/** Tests of pairs that somebody asked for, and what asks for some. */
export interface FlowTestState {
  /** Those of the last press, in order; empty before. */
  readonly tests: readonly PairTest[];
  readonly isRunning: boolean;
  /** At most `mostPairs`; what an earlier press asked for is not waited for any more. */
  readonly ask: (pairs: readonly Pair[]) => void;
}

const none: readonly PairTest[] = [];

/** Asks agents to test pairs at once, and follows what becomes of that for as long as the component stands there. */
export function useFlowTest(): FlowTestState {
  const [tests, setTests] = useState(none);
  const ending = useRef<AbortController>();
  useEffect(
    () => () => {
      ending.current?.abort();
    },
    [],
  );
  const ask = useCallback((pairs: readonly Pair[]) => {
    ending.current?.abort();
    const controller = new AbortController();
    ending.current = controller;
    const { signal } = controller;
    const asked = pairs.slice(0, mostPairs);
    setTests(asked.map((pair) => ({ ...pair, state: { is: 'asking' } })));
    void askFlowTests(
      asked,
      ({ from, to }, state) => {
        if (signal.aborted) return;
        setTests((before) => before.map((test) => (test.from === from && test.to === to ? { ...test, state } : test)));
      },
      signal,
    );
  }, []);
  return { tests, isRunning: tests.some(isWaiting), ask };
}
