import type { Peer } from '@calico-readiness/requirements';
import { defaultProfileValues, hashOf, ringOf } from '@calico-readiness/requirements';
import { AskedPeers } from '../../src/flow-agent/asked/asked-peers';
import { FlowEngine, stepInterval } from '../../src/flow-agent/flow-engine';
import { ExternalSessionWatch } from '../../src/flow-agent/knowledge/external-sessions';
import { tcpVisit } from '../../src/flow-agent/visits/tcp-visit';
import { silentLog } from '../../src/foundation/agent-log';
import { createNetwork } from '../../src/host/flows/host-network';

/**
 * Lets the engine of one host test its peers, whose addresses are given, the own one first: real packets, in a time in
 * which the fifteen seconds between two steps are none. It is asked for each of
 * them, and for one that is not there. Prints what it knows after so many minutes of that time.
 */
const [minutes = '', ...addresses] = process.argv.slice(2);
const peers = addresses.map((address): Peer => ({
  name: address,
  key: hashOf(address),
  addresses: { IPv4: address },
  zone: '',
  pool: '',
  subnet: '10.9.0.0/24',
  mayRunTypha: true,
  inMesh: true,
  answers: true,
}));
let skipped = 0;
const begun = Date.now();
const profile = { ...defaultProfileValues, encapsulation: [], bgp: true, typha: true };
const settings = { profile, enabled: true };
const network = await createNetwork();
const clock = { wall: () => Date.now() + skipped, steady: () => performance.now() + skipped };
const asked = new AskedPeers(clock);
asked.look({ requestedAt: new Date(clock.wall()).toISOString(), peers: [...addresses.slice(1), 'elsewhere'] });
const engine = new FlowEngine({
  asked,
  nodeName: addresses[0] ?? '',
  list: {
    ring: ringOf(peers),
    network: { tunnels: undefined, bgpPassword: 'no' },
    refresh: () => Promise.resolve(),
  },
  probes: [tcpVisit(network, 200)],
  external: new ExternalSessionWatch({ network, clock }),
  settings: () => settings,
  answering: { settle: () => undefined, answersOf: () => undefined },
  standingOf: () =>
    Promise.resolve({ readySince: 0, agentSince: 0, reportedAt: Date.now() + skipped, answers: new Map() }),
  clock,
  log: silentLog,
});
while (Date.now() + skipped < begun + Number(minutes) * 60_000) {
  await engine.step();
  skipped += stepInterval;
}
process.stdout.write(`${JSON.stringify({ ...engine.tests, asked: asked.answered?.peers })}\n`);
