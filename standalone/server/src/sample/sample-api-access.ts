import type { ApiAccess, ApiWay } from '@calico-readiness/requirements';
import type { PlannedNode } from './fleet-plan';

/** The address of the service `kubernetes`, the first one of OpenShift's usual service network. */
const service = '172.30.0.1:443';

/** Addresses of the control plane (TEST-NET-1, RFC 5737). */
const serverAt = (index: number): string => `192.0.2.${10 + index}:6443`;

/**
 * What agents of a fleet tell of their way to the API, last tested at `started` (milliseconds since 1970): each server
 * answers, but for one node, an otherwise ready one, that cannot reach the last of the servers.
 */
export const sampleApiAccess = (plan: readonly PlannedNode[], started: number): ((node: PlannedNode) => ApiAccess) => {
  const servers = plan.filter(({ pool }) => pool === 'master').map((_node, index) => serverAt(index));
  const ready = (kind: ApiWay['kind'], address: string): ApiWay => ({ kind, address, outcome: 'ready' });
  const access = (ways: readonly ApiWay[]): ApiAccess => ({
    testedAt: Math.floor(started / 1000),
    ways,
    serversListed: true,
    // As in any cluster before Calico is installed.
    calico: 'absent',
  });

  const ways = [ready('service', service), ...servers.map((address) => ready('server', address))];
  const all = access(ways);
  const last: ApiWay = { kind: 'server', address: servers.at(-1) ?? '', outcome: 'timed-out', failing: true };
  const cutOff = access([...ways.slice(0, -1), last]);
  const cutOffNode = servers.length < 3 ? undefined : plan.filter(isGood).at(-1)?.name;
  return ({ name }) => (name === cutOffNode ? cutOff : all);
};

const isGood = ({ pool, variant, reporting }: PlannedNode): boolean =>
  pool === 'worker' && variant === 'stock' && reporting === 'fresh';
