import type { ClusterProfile } from '@calico-readiness/requirements';
import type { Observation } from '../../src/observation/observe-host';
import { observeHost } from '../../src/observation/observe-host';
import { fixtureHosts } from '../../test/fixture-hosts';

/** Hosts without anything to see would make small reports. */
const hosts = fixtureHosts.filter(({ name }) => name !== 'empty');

/** Observations of one fixture host, by profile: 5,000 agents in one process cannot look at 5,000 hosts. */
const seen = new Map<string, Promise<Observation>>();

/** How the agent of that number looks at its host: what was once seen of a fixture host, with the time of now. */
export function cannedLook(number: number): (profile: ClusterProfile) => Promise<Observation> {
  const host = hosts[number % hosts.length];
  if (host === undefined) throw new Error('There are no fixture hosts');
  return async (profile) => {
    const key = `${host.name} ${JSON.stringify(profile)}`;
    let observation = seen.get(key);
    if (observation === undefined) seen.set(key, (observation = observeHost({ hostRoot: host.root, profile })));
    return { ...(await observation), profile, observedAt: new Date().toISOString() };
  };
}
