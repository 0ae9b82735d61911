import { useCallback, useState } from 'react';
import type { NodeRow } from '../../fleet/node-row';
import { fetchWholeReports } from '../../lists/whole-reports';
import { useIsShown } from '../useIsShown';
import { pairsOf, sourcesOf } from './pairs-of-cell';
import type { FlowWay } from './pairs-of-cell';
import { useFlowTest } from './useFlowTest';
import type { FlowTestState } from './useFlowTest';

/** The way that was asked for last; `found` once the reports were read that name its pairs, `failed` where they cannot be. */
export interface AskedWay {
  readonly way: FlowWay;
  readonly state: 'reading' | 'found' | 'failed';
}

/** Tests some failing pairs of a flow from one group of nodes to another at once. */
export function useWayTest(rows: readonly NodeRow[]): {
  readonly asked: AskedWay | undefined;
  readonly test: FlowTestState;
  readonly isRunning: boolean;
  readonly ask: (way: FlowWay, requirement: string) => void;
} {
  const [asked, setAsked] = useState<AskedWay>();
  const test = useFlowTest();
  const isShown = useIsShown();
  const askPairs = test.ask;
  const ask = useCallback(
    (way: FlowWay, requirement: string) => {
      setAsked({ way, state: 'reading' });
      askPairs([]);
      fetchWholeReports(sourcesOf(rows, way, requirement)).then(
        (reports) => {
          if (!isShown()) return;
          setAsked({ way, state: 'found' });
          askPairs(pairsOf(rows, reports, way));
        },
        () => {
          if (isShown()) setAsked({ way, state: 'failed' });
        },
      );
    },
    [rows, askPairs, isShown],
  );
  return { asked, test, isRunning: test.isRunning || asked?.state === 'reading', ask };
}
