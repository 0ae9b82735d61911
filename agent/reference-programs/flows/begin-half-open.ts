import { probeHalfOpen } from '../../src/flows/half-open-probe';
import { createNetwork } from '../../src/host/flows/host-network';

/** Sends a SYN to the BGP of each address that is given, also where a session is up, which the agent would not do. */
const network = await createNetwork();
for (const peer of process.argv.slice(2)) {
  const limits = { timeoutMs: 5000, atOnce: 1, bgpConnect: false, bgpPassword: 'no' } as const;
  const result = await probeHalfOpen(network, { peer, flow: { name: 'bgp', port: 179 } }, limits);
  process.stdout.write(`${typeof result === 'string' ? result : result.outcome}\n`);
}
