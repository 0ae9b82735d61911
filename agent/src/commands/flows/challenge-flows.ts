import { epochAt, hashOf } from '@calico-readiness/requirements';
import { probeChallenge } from '../../flows/challenge-probe';
import { someAtOnce } from '../../flows/some-at-once';
import { familyOf } from '../../flows/tested-flow';
import type { Keyring } from '../../host/flows/keyring';
import type { Network } from '../../host/flows/network';
import type { ChallengedProtocol } from '../../flows/challenged-flow';
import type { PrintableFlow } from '../../print/flows/flow-document';

/** A flow to one peer, with its own port or the usual one, in packets of one size. */
export interface ChallengedTarget {
  readonly peer: string;
  readonly flow: { readonly name: ChallengedProtocol; readonly port?: number; readonly packetBytes?: number };
}

/** Ports of Calico's page of network requirements; those of WireGuard are one for each family. */
const usualPorts = { vxlan: { 4: 4789, 6: 4789 }, wireguard: { 4: 51_820, 6: 51_821 } } as const;

/** The port of a flow to a peer, or undefined where it has none. */
export const portOf = (name: ChallengedProtocol, port: number | undefined, family: 4 | 6): number | undefined =>
  name === 'ipip' ? undefined : (port ?? usualPorts[name][family]);

/** Without a cluster nodes have no keys; their addresses stand for them. */
export const partyOf = (address: string): { readonly key: number; readonly address: string } => ({
  key: hashOf(address),
  address,
});

/** Tests flows by challenges, some at once, and answers in their order. */
export function challengeFlows(
  network: Network,
  targets: readonly ChallengedTarget[],
  how: { readonly keys: Keyring; readonly answering: boolean; readonly timeoutMs: number; readonly atOnce: number },
): Promise<readonly PrintableFlow[]> {
  const visit = Math.floor(Math.random() * 0x1_0000_0000);
  return someAtOnce(targets, how.atOnce, async ({ peer, flow: { name, packetBytes, ...given } }) => {
    const port = portOf(name, given.port, familyOf(peer));
    const source = await network.sourceOf(peer);
    // Where there is none, the probe asks again and says why.
    const own = 'code' in source ? { key: 0 } : partyOf(source.address);
    const size = packetBytes === undefined ? {} : { packetBytes };
    const result = await probeChallenge(
      network,
      { peer: partyOf(peer), flow: { protocol: name, port: port ?? 0 }, ...size },
      { own, keys: how.keys, epoch: epochAt(Date.now()), visit, retest: false, answerExpected: how.answering },
      how,
    );
    return { peer, flow: { name, ...(port !== undefined && { port }), ...size }, result };
  });
}
