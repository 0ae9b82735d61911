import type { ControllerFigures } from './controller-figures';
import type { JudgedScenario } from './judge-scenario';
import type { PlanFigures } from './plan-figures';

/** Ten days without a fault, and how many pairs failed in them. */
export interface QuietDays {
  readonly nodes: number;
  readonly days: number;
  readonly visits: number;
  /** Visits that the responder refused, because its list is another one. */
  readonly refused: number;
  readonly failingPairs: number;
}

/** Everything that a simulation found. */
export interface FlowFigures {
  readonly day: string;
  readonly seed: number;
  readonly plans: readonly PlanFigures[];
  readonly scenarioNodes: number;
  readonly scenarios: readonly JudgedScenario[];
  /** Bytes of the largest report of flows as JSON, where ten peers of each flow fail. */
  readonly reportBytes: { readonly usual: number; readonly most: number };
  readonly quiet: QuietDays;
  readonly controller: readonly ControllerFigures[];
}
