import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FlowOutcome } from '../../src/flows/outcome';
import type { ReceivedKind } from '../../src/flows/responder/responder-options';
import { buildNative } from '../../../scripts/build/native-part';
import { rawSockets, startAnswering, stopAnswering } from './answering-host';
import { partsOf } from './birds';
import type { ChallengeRow } from './challenge-rows';
import { challengeRows } from './challenge-rows';
import { firewalls, hereAddresses, routedHosts, rowAddress } from './routed-hosts';
import { addresses, agent, atTwoHosts } from './two-hosts';

interface Seen {
  readonly peer: string;
  readonly flow: string;
  readonly packetBytes?: number;
  readonly outcome: FlowOutcome;
  readonly method?: string;
  readonly said: string;
}

interface AnsweredFlows {
  readonly answered: readonly { readonly to: string; readonly largestMessage: number }[];
  readonly received: Readonly<Record<ReceivedKind, number>>;
}

const directory = mkdtempSync(join(tmpdir(), 'calico-readiness-challenge-'));
const file = (name: string): string => join(directory, name);

/** The flows of a row: the size of full packets is what Ethernet carries. */
const flows = (['vxlan', 'wireguard', 'ipip'] as const).flatMap((flow) =>
  (flow === 'ipip' ? ([4] as const) : ([4, 6] as const)).flatMap((family) =>
    [undefined, 1500].map((packetBytes) => ({ flow, family, packetBytes })),
  ),
);
const cases = challengeRows.flatMap((row, number) =>
  flows.map((flow) => ({
    ...row,
    ...flow,
    peer: rowAddress(row.way, number, flow.family),
    outcome: expected(row, flow),
  })),
);

function expected(row: ChallengeRow, { flow, packetBytes }: (typeof flows)[number]): FlowOutcome {
  if (flow === 'ipip' && row.ipip !== undefined) return row.ipip;
  return packetBytes === undefined ? row.small : (row.large ?? row.small);
}

const words = (peers: readonly string[], key = 'key'): string =>
  `flows --at-once 64 --output json --packet-size 1500 --key-file ${file(key)} --flow vxlan,ipip,wireguard --to ${peers.join(',')}`;
const rowPeers = [...new Set(cases.map(({ peer }) => peer))];
const away = [addresses.nobody[4], addresses.nobody[6], addresses.noRoute[4], addresses.noRoute[6]];
const plain = [rowAddress('cable', 0, 4), rowAddress('cable', 0, 6)];

let seen: ReadonlyMap<string, Seen>;
let alone: readonly Seen[];
let withoutKey: readonly Seen[];
let answered: AnsweredFlows;
let sockets: { readonly before: string; readonly during: string; readonly after: string };

const keyOf = ({ peer, flow, packetBytes }: Pick<Seen, 'peer' | 'flow' | 'packetBytes'>): string =>
  [peer, flow, packetBytes ?? 'small'].join(' ');
const seenIn = (text: string): readonly Seen[] => (JSON.parse(text) as { readonly flows: readonly Seen[] }).flows;

beforeAll(async () => {
  expect(buildNative(), 'npm run build:native').toBeUndefined();
  for (const key of ['key', 'other']) writeFileSync(file(key), key.repeat(32));
  const output = await atTwoHosts([
    ...routedHosts(challengeRows),
    ...firewalls(challengeRows),
    // Nobody answers yet.
    `echo @before; ${rawSockets}`,
    `echo @alone; ${agent} ${words([...plain, ...away])} --timeout 2 || test $? = 3 || test $? = 4`,
    ...startAnswering(`--from ${hereAddresses.join(',')} --key-file ${file('key')}`, file('answers'), 3),
    `echo @during; ${rawSockets}`,
    `${agent} ${words(plain, 'other')} --answering --timeout 2 > ${file('other-key')} || test $? = 3 & other=$!`,
    `echo @seen; ${agent} ${words(rowPeers)} --answering --timeout 3 || test $? = 3`,
    'wait $other',
    stopAnswering,
    `echo @without-key; cat ${file('other-key')}; echo @answers; cat ${file('answers')}`,
    `echo @after; ${rawSockets}`,
  ]);
  const parts = partsOf(output);
  seen = new Map(seenIn(parts['seen'] ?? '').map((each) => [keyOf(each), each]));
  alone = seenIn(parts['alone'] ?? '');
  withoutKey = seenIn(parts['without-key'] ?? '');
  answered = JSON.parse(parts['answers'] ?? '') as typeof answered;
  sockets = { before: parts['before'] ?? '?', during: parts['during'] ?? '', after: parts['after'] ?? '?' };
}, 110_000);

afterAll(() => {
  rmSync(directory, { recursive: true, force: true });
});

describe('a flow that is tested by a challenge', () => {
  it.each(cases)('is $outcome over $flow, IPv$family, $packetBytes: $situation', (row) => {
    const result = seen.get(keyOf(row));
    expect(result).toMatchObject({ outcome: row.outcome, method: 'challenge' });
    if (row.said !== undefined && row.outcome !== 'open') expect(result?.said).toContain(row.said);
  });

  it.each(challengeRows)(
    'arrives where only the way back is closed, and else only where it is open: $situation',
    (row) => {
      const to = [4, 6].map((family) => rowAddress(row.way, challengeRows.indexOf(row), family === 4 ? 4 : 6));
      const arrived = answered.answered.filter((each) => to.includes(each.to));
      const large = arrived.filter(({ largestMessage }) => largestMessage > 1400);
      expect(arrived).toHaveLength(row.reached === false ? 0 : 5);
      expect(large).toHaveLength(row.reached === true ? 5 : 0);
    },
  );

  it('is untested where nobody is known to answer, and unreachable where there is no way', () => {
    for (const { peer, outcome, said } of alone) {
      if (plain.includes(peer)) expect(said).toContain('nobody is known to answer there');
      expect(outcome).toBe(plain.includes(peer) ? 'untested' : 'unreachable');
    }
  });

  it('is never open without the key', () => {
    expect(withoutKey.map(({ outcome }) => outcome)).toEqual(withoutKey.map(() => 'filtered'));
    expect(answered.received.forged).toBeGreaterThan(0);
  });

  it('leaves no raw socket behind, and has none before', () => {
    expect(sockets).toMatchObject({ before: '', after: '' });
    expect(sockets.during).toMatch(/:17\b/);
  });
});
