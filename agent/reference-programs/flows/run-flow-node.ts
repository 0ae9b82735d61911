import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Peer } from '@calico-readiness/requirements';
import { defaultProfileValues, hashOf, ringOf } from '@calico-readiness/requirements';
import { FlowAnswering } from '../../src/flow-agent/answering/flow-answering';
import { AskedPeers } from '../../src/flow-agent/asked/asked-peers';
import { FlowEngine, stepInterval } from '../../src/flow-agent/flow-engine';
import { ExternalSessionWatch } from '../../src/flow-agent/knowledge/external-sessions';
import { readStanding } from '../../src/flow-agent/knowledge/read-standing';
import { challengeVisit } from '../../src/flow-agent/visits/challenge-visit';
import { silentLog } from '../../src/foundation/agent-log';
import { createNetwork } from '../../src/host/flows/host-network';
import { keyringOf } from '../../src/host/flows/keyring';

/**
 * One node whose agent challenges its peers and answers them over VXLAN, with real packets. Addresses are given, the own
 * one first. A directory has the reports of all, and the time that was skipped: the node with a number of minutes skips
 * the time between two steps, and prints what it knows in the end; the others follow until they are ended.
 */
const [directory = '', minutes = '', ...addresses] = process.argv.slice(2);
const own = addresses[0] ?? '';
const skippedFile = join(directory, 'skipped');
const skipped = (): number => (existsSync(skippedFile) ? Number(readFileSync(skippedFile, 'utf8')) : 0);
const write = (file: string, content: string): void => {
  writeFileSync(`${file}.${own}`, content);
  renameSync(`${file}.${own}`, file);
};
const clock = { wall: () => Date.now() + skipped(), steady: () => performance.now() + skipped() };
const peers = addresses.map((address): Peer => ({
  ...{ name: address, key: hashOf(address), addresses: { IPv4: address } },
  ...{ zone: '', pool: '', subnet: '', mayRunTypha: false, inMesh: false, answers: true },
}));
const profile = { ...defaultProfileValues, encapsulation: ['VXLAN'] as const, bgp: false, typha: false };
const tunnels = { ipip: 'never', vxlan: { IPv4: 'always', IPv6: 'never' } } as const;
const settings = { profile, enabled: true };
const list = {
  ring: ringOf(peers),
  network: { tunnels, bgpPassword: 'no' as const },
  refresh: () => Promise.resolve(),
};
const network = await createNetwork();
const keyring = keyringOf(Buffer.alloc(32, 7));
const keys = () => keyring;
const answering = new FlowAnswering({ network, keys, clock, log: silentLog, lookMs: 20 });
const reportOf = (name: string): string => join(directory, `${name}.json`);
const client = {
  get: (path: string) =>
    Promise.resolve(JSON.parse(readFileSync(reportOf(path.split('/').at(-1) ?? ''), 'utf8')) as object),
};
const engine = new FlowEngine({
  ...{ nodeName: own, list, answering, asked: new AskedPeers(clock), clock, log: silentLog, settings: () => settings },
  probes: [challengeVisit({ network, keys, clock, timeoutMs: 300 })],
  external: new ExternalSessionWatch({ network, clock }),
  standingOf: (peer) => readStanding(client, peer),
});
const agentStartedAt = new Date(clock.wall()).toISOString();
const report = (): void => {
  const status = {
    agentStartedAt,
    observedAt: new Date(clock.wall()).toISOString(),
    facts: { flowTests: engine.tests },
  };
  write(reportOf(own), JSON.stringify({ status }));
};
const until = Date.now() + Number(minutes) * 60_000;
while (minutes === '0' || clock.wall() < until) {
  await engine.step();
  report();
  if (minutes === '0') await new Promise((resolve) => setTimeout(resolve, 50));
  else write(skippedFile, String(skipped() + stepInterval));
}
process.stdout.write(`${JSON.stringify(engine.tests)}\n`);
engine.end();
