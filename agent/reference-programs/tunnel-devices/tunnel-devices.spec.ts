import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleAgent } from '../../../scripts/build/agent-bundle';
import { buildNative } from '../../../scripts/build/native-part';
import type { FlowOutcome } from '../../src/flows/outcome';
import { longestRun, runGuest } from '../guest/guest-machine';
import type { GuestAnswers } from '../guest/guest-script';
import { answerOf } from '../guest/guest-script';
import type { GuestCounts } from './guest-counts';
import { countedBy, countsIn } from './guest-counts';
import { tunnels } from './guest-tunnels';
import type { DeviceState } from './tunnel-rows';
import { deviceStates, rowAddress, tunnelRows } from './tunnel-rows';
import {
  aloneAnswer,
  arrivedAnswer,
  countsAnswer,
  datagramsAnswer,
  keyFile,
  loggedAnswer,
  placeOfAgent,
  seenAnswer,
  silentAnswer,
  socketsAnswer,
  tunnelScript,
} from './tunnel-script';

interface Seen {
  readonly peer: string;
  readonly flow: string;
  readonly packetBytes?: number;
  readonly outcome: FlowOutcome;
  readonly said: string;
}

interface Arrived {
  readonly to: string;
  readonly flow: string;
  readonly challenges: number;
}

type Situation = DeviceState | 'traffic';

const directory = mkdtempSync(join(tmpdir(), 'calico-readiness-tunnels-'));
let answers: GuestAnswers;

beforeAll(async () => {
  expect(buildNative(), 'npm run build:native').toBeUndefined();
  await bundleAgent(directory);
  answers = await runGuest({
    files: { [keyFile]: 'key'.repeat(32) },
    copies: {
      [`${placeOfAgent}/node`]: realpathSync(process.execPath),
      [`${placeOfAgent}/dist`]: directory,
      [`${placeOfAgent}/native/build`]: 'agent/native/build',
      'echo-datagrams.mjs': join(import.meta.dirname, 'echo-datagrams.mjs'),
    },
    script: tunnelScript,
    memory: 1536,
  });
}, longestRun);
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const textOf = (name: string): string => answerOf(answers, name).output;
const flowsIn = (name: string): readonly Seen[] =>
  (JSON.parse(textOf(name)) as { readonly flows: readonly Seen[] }).flows;
const arrivedIn = (situation: Situation): readonly Arrived[] =>
  (JSON.parse(textOf(arrivedAnswer(situation))) as { readonly answered: readonly Arrived[] }).answered;
/** How many challenges over IP-in-IP came to these rows. */
const challengesTo = (situation: Situation, rows: readonly number[]): number =>
  arrivedIn(situation)
    .filter(({ to, flow }) => flow === 'ipip' && rows.some((number) => rowAddress(number, 4) === to))
    .reduce((sum, { challenges }) => sum + challenges, 0);
const countsOf = (host: 'here' | 'there', situation: Situation): Record<'before' | 'after', GuestCounts> => ({
  before: countsIn(textOf(countsAnswer(host, 'before', situation))),
  after: countsIn(textOf(countsAnswer(host, 'after', situation))),
});

const flows = (['vxlan', 'wireguard', 'ipip'] as const).flatMap((flow) =>
  (flow === 'ipip' ? ([4] as const) : ([4, 6] as const)).flatMap((family) =>
    [undefined, 1500].map((packetBytes) => ({ flow, family, packetBytes })),
  ),
);
const cases = deviceStates.flatMap((state) =>
  tunnelRows.flatMap((row, number) => flows.map((flow) => ({ ...row, ...flow, state, number }))),
);
const allRows = tunnelRows.map((_row, number) => number);
/** Rows whose answers come to the device of this host. */
const answeredRows = allRows.filter((number) => tunnelRows[number]?.rule?.at !== 'here');

describe('Debian’s kernel with the devices of Calico', () => {
  it.each(cases)(
    'lets a challenge be $outcome over $flow, IPv$family, $packetBytes: $situation; devices: $state',
    ({ state, number, family, flow, packetBytes, outcome, said = '' }) => {
      const peer = rowAddress(number, family);
      const found = [...flowsIn(seenAnswer(state)), ...flowsIn(silentAnswer(state))].find(
        (each) => each.peer === peer && each.flow === flow && each.packetBytes === packetBytes,
      );
      expect(found).toMatchObject({ outcome, method: 'challenge' });
      expect(found?.said).toContain(said);
    },
  );

  it.each(deviceStates)('brings challenges to the responder where nothing drops them: devices: %s', (state) => {
    for (const [number, { reached }] of tunnelRows.entries()) {
      const to = [4, 6].map((family) => rowAddress(number, family === 4 ? 4 : 6));
      expect(arrivedIn(state).filter((each) => to.includes(each.to))).toHaveLength(reached ? 5 : 0);
    }
  });

  it.each<[DeviceState, Readonly<Record<string, string>>]>([
    ['none', { ipip: 'protocol-unreachable', wireguard: 'port-unreachable', vxlan: 'port-unreachable' }],
    ['up', {}],
    ['down', { ipip: 'port-unreachable', wireguard: 'port-unreachable', vxlan: 'port-unreachable' }],
  ])('is silent only with a device that is up, and untested while nobody answers: devices: %s', (state, says) => {
    for (const { flow, outcome, said } of flowsIn(aloneAnswer(state))) {
      expect({ flow, outcome }).toEqual({ flow, outcome: 'untested' });
      expect(said).toContain('nobody is known to answer there');
      if (says[flow] === undefined) expect(said).not.toContain('ICMP');
      else expect(said).toContain(says[flow]);
    }
  });
});

describe('an ipip device', () => {
  it.each(deviceStates)('hands every challenge to the kernel, which drops it for its head: devices: %s', (state) => {
    const [here, there] = [countsOf('here', state), countsOf('there', state)];
    const isUp = state === 'up';
    const [came, back] = [challengesTo(state, allRows), challengesTo(state, answeredRows)];
    expect(came).toBeGreaterThan(back);
    for (const [{ before, after }, count] of [
      [there, came],
      [here, back],
    ] as const) {
      expect(after.wrongHeads - before.wrongHeads).toBe(isUp ? count : 0);
      expect(after.wrongChecksums - before.wrongChecksums).toBe(isUp ? count : 0);
    }
    if (state === 'none') return;
    const own = challengesTo(state, [1]);
    expect(countedBy('ipip.own', 'received', there)).toBe(isUp ? own : 0);
    expect(countedBy('tunl0', 'received', there)).toBe(isUp ? came - own : 0);
    expect(countedBy('tunl0', 'received', here)).toBe(isUp ? back : 0);
    for (const counts of [here, there])
      expect([countedBy('tunl0', 'refused', counts), countedBy('tunl0', 'sent', counts)]).toEqual([0, 0]);
  });
});

describe('a WireGuard device', () => {
  it.each(['up', 'down'] as const)('counts nothing, learns nothing and begins nothing: devices: %s', (state) => {
    for (const host of ['here', 'there'] as const) {
      const counts = countsOf(host, state);
      expect(counts.after.wireguard).toContain('51820');
      expect(counts.after.wireguard).toBe(counts.before.wireguard);
      for (const name of ['wireguard.cali', 'wg-v6.cali', 'vxlan.calico', 'vxlan-v6.calico'])
        for (const what of ['received', 'sent', 'refused'] as const)
          expect({ name, what, count: countedBy(name, what, counts) }).toEqual({ name, what, count: 0 });
    }
  });
});

describe('traffic through the devices, while challenges go the same way', () => {
  it('loses nothing, and leaves challenges open', () => {
    expect(flowsIn(seenAnswer('traffic')).map(({ outcome }) => outcome)).toEqual(flows.map(() => 'open'));
    const datagrams = JSON.parse(textOf(datagramsAnswer)) as readonly {
      readonly address: string;
      readonly sent: number;
      readonly returned: number;
    }[];
    expect(datagrams.map(({ address }) => address)).toEqual(tunnels.map(({ there }) => there));
    const there = countsOf('there', 'traffic');
    for (const [index, { sent, returned }] of datagrams.entries()) {
      const { name } = tunnels[index] ?? { name: '' };
      expect({ name, returned }).toEqual({ name, returned: sent });
      expect(sent).toBeGreaterThan(50);
      expect(countedBy(name, 'refused', there)).toBe(0);
      const received = countedBy(name, 'received', there);
      // WireGuard's handshakes and signs of life are counted as well.
      if (name.startsWith('w')) expect(received).toBeGreaterThanOrEqual(sent);
      else expect(received).toBe(sent + (name === 'tunl0' ? challengesTo('traffic', [0]) : 0));
    }
    const { before, after } = there;
    expect(after.wrongChecksums - before.wrongChecksums).toBe(challengesTo('traffic', [0]));
  });
});

describe('the kernel', () => {
  it.each<Situation>([...deviceStates, 'traffic'])('has nothing to say of it: devices: %s', (situation) => {
    // On a busy machine it speaks of its clock.
    const ofNetwork = /ipip|tunl0|vxlan|wireguard|wg-v6|cable|IPv[46]|ECT|martian|csum|nf_|net_|WARNING|BUG/i;
    const lines = textOf(loggedAnswer(situation)).split('\n');
    expect(lines.filter((line) => ofNetwork.test(line))).toEqual([]);
  });

  it('has no raw socket of the agent left', () => {
    expect(textOf(socketsAnswer).trim()).toBe('');
  });
});
