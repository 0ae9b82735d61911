import type { Fact } from '@calico-readiness/requirements';
import type { Network } from '../../host/flows/network';
import type { PortUse } from '../../parsers/proc/proc-net-connections';
import type { Clock } from '../clock';

/** Milliseconds for which a table of connections is as good as new. */
const freshFor = 5_000;
/** A table of a busy host takes long to read: it is read for at most a hundredth of the time. */
const partOfTime = 100;

/** A network whose tables of connections are read once for several visits. */
export function withRememberedPortUse(network: Network, clock: Clock): Network {
  let last: { readonly port: number; readonly until: number; readonly use: Fact<PortUse> } | undefined;
  return {
    ...network,
    portUse: async (port) => {
      const began = clock.steady();
      if (last?.port === port && began < last.until) return last.use;
      const use = await network.portUse(port);
      const took = clock.steady() - began;
      last = { port, until: clock.steady() + Math.max(freshFor, took * partOfTime), use };
      return use;
    },
  };
}
