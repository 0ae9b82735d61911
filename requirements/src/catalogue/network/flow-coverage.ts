import { flowOf } from '../../model/traffic/flow';
import type { ExternalSessions, FlowTest } from '../../model/traffic/flow-tests';

/** A report has room for a few names. */
const longestList = 4;

const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** With the family before it where there are several. */
const withFamilies = (flows: readonly FlowTest[], describe: (flow: FlowTest) => string): string =>
  flows
    .map((flow) => (flows.length > 1 ? `${flowOf(flow.flow).family}: ${describe(flow)}` : describe(flow)))
    .join('; ');

/** Which peers fail, of how many that were tested: `UDP 4789: 7 of 20 peers blocked: worker-2 (filtered) …`. */
export function describeBlocked(label: string, flows: readonly FlowTest[]): string {
  const failing = flows.filter((flow) => flow.failing.length > 0);
  return `${label}: ${withFamilies(failing, ({ failing: peers, blocked, tested }) => {
    const count = Math.max(blocked, peers.length);
    const named = [...peers].sort((one, other) => Number(other.proven) - Number(one.proven)).slice(0, longestList);
    const names = named.map(({ peer, outcome }) => `${peer} (${outcome})`).join(', ');
    const all = grouped(Math.max(tested, count));
    return `${grouped(count)} of ${all} peers blocked: ${names}${count > named.length ? ' …' : ''}`;
  })}`;
}

/** How many peers were reached, and when all will have been tested: `TCP 179: 20 of 4,999 peers, all pairs by 09:00 UTC`. */
export function describeCoverage(label: string, flows: readonly FlowTest[], allPairsBy: number): string {
  const text = withFamilies(flows, ({ covered, needed, blocked, failing, external }) => {
    const trouble = Math.max(blocked, failing.length);
    const reached = `${grouped(Math.min(covered, needed))} of ${grouped(needed)} peers`;
    const ofNodes = trouble > 0 ? `${reached}, ${grouped(trouble)} blocked` : reached;
    if (external === undefined || external.needed === 0) return ofNodes;
    return needed > 0 ? `${ofNodes}, ${describeSessions(external)}` : describeSessions(external);
  });
  const isComplete = flows.every(({ covered, needed }) => covered >= needed);
  return `${label}: ${text}${isComplete ? '' : `, all pairs by ${clock(allPairsBy)} UTC`}`;
}

/** `sessions with 1 of 2 external peers, none with 192.0.2.1`. */
function describeSessions({ needed, up, missing }: ExternalSessions): string {
  const without = missing.length === 0 ? '' : `, none with ${missing.slice(0, longestList).join(', ')}`;
  return `sessions with ${grouped(Math.min(up, needed))} of ${grouped(needed)} external peers${without}`;
}

/** Hours and minutes; a time that no calendar has is told as it stands. */
function clock(seconds: number): string {
  const time = new Date(seconds * 1000);
  return Number.isNaN(time.getTime()) ? String(seconds) : time.toISOString().slice(11, 16);
}
