import type { Network } from '../host/flows/network';
import { familyOf } from './tested-flow';

/** The addresses of this host that packets are to come from, by family. */
export type Sources = Readonly<Partial<Record<4 | 6, string>>>;

/**
 * A network in which everything comes from these addresses; peers of a family without one are tested as before. A BGP
 * session from another address of this host proves nothing of this one.
 */
export function networkFrom(network: Network, sources: Sources): Network {
  const all: readonly (string | undefined)[] = Object.values(sources);
  const sourceTo = (peer: string): string | undefined => sources[familyOf(peer)];
  return {
    ...network,
    connect: (question) => {
      const local = sourceTo(question.address);
      return network.connect({ ...question, ...(local !== undefined && { local }) });
    },
    portUse: async (port) => {
      const use = await network.portUse(port);
      if (use.status === 'unavailable') return use;
      const established = use.value.established.filter(
        ({ local, remote }) => sourceTo(remote.address) === undefined || all.includes(local.address),
      );
      return { ...use, value: { ...use.value, established } };
    },
    sourceOf: (peer) => {
      const address = sourceTo(peer);
      return address === undefined ? network.sourceOf(peer) : Promise.resolve({ address });
    },
  };
}
