import type { ReportedFlows } from '@calico-readiness/requirements';
import type { FleetFlows } from './fleet-flows';

/** Milliseconds between two looks at all tests: strikes take minutes. */
const shortestLook = 60_000;
/** A look is not taken more often than it takes time, this many times over. */
const mostOfTime = 50;
/** Milliseconds after which numbers are told anew where nothing else is new; reports are written so often anyway. */
const renewal = 900_000;

/** What telling takes. */
export interface ToldFlowsParts {
  /** Undefined while nothing was tested. `now` is in milliseconds since 1970. */
  readonly look: (now: number) => FleetFlows | undefined;
  /** Gets every look. */
  readonly looked: (flows: FleetFlows | undefined) => void;
}

/**
 * What is told of the flows between nodes. Counts change with every report, and a ClusterReport that follows each would be
 * written all the time: they are told with the next cause or the next quarter of an hour.
 */
export class ToldFlows {
  private told: ReportedFlows | undefined;
  /** Of the monotonic clock, milliseconds. */
  private lookAt = 0;
  private renewAt = 0;

  constructor(private readonly parts: ToldFlowsParts) {}

  /** What is to be told now. */
  at(now: number): ReportedFlows | undefined {
    const began = performance.now();
    if (began < this.lookAt) return this.told;
    const flows = this.parts.look(now);
    this.parts.looked(flows);
    const seen = flows?.reported;
    const ended = performance.now();
    if (ended >= this.renewAt || meaning(seen) !== meaning(this.told)) {
      this.told = seen;
      this.renewAt = ended + renewal;
    }
    this.lookAt = ended + Math.max(shortestLook, mostOfTime * (ended - began));
    return this.told;
  }
}

/** All but the numbers, and but for cells in which nothing fails. */
function meaning(flows: ReportedFlows | undefined): string {
  if (flows === undefined) return '';
  const { grouping, groups, cells, causes } = flows;
  return JSON.stringify([
    grouping,
    groups,
    cells.filter(({ failing }) => failing > 0).map(({ flow, from, to }) => [flow, from, to]),
    causes.map((cause) => ({ ...cause, pairs: 0, message: '' })),
  ]);
}
