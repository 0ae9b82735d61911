import { buildNative } from '../../../scripts/build/native-part';
import { addresses, agent, atTwoHosts } from './two-hosts';

/** Another address of the first host, which the second one drops. */
const dropped = { 4: '10.9.0.9', 6: 'fd00:9::9' } as const;

const lines = [
  `ip -4 address add ${dropped[4]}/24 dev cable; ip -6 address add ${dropped[6]}/64 dev cable nodad`,
  "there nft -f - <<'end'",
  'table inet flows { chain input {',
  'type filter hook input priority 0;',
  `ip saddr ${dropped[4]} tcp dport { 179, 5473 } drop`,
  `ip6 saddr ${dropped[6]} tcp dport { 179, 5473 } drop`,
  '}; }',
  'end',
];

/** What the command prints as JSON, and its exit status. */
async function flows(words: string): Promise<{ status: number; from?: string[]; outcomes: string[] }> {
  const command = `${agent} flows --flow bgp,typha --bgp-password no --timeout 1 --output json ${words}`;
  const output = await atTwoHosts([...lines, `status=0; ${command} || status=$?`, 'echo; echo $status']);
  const [status = '', ...json] = output.trimEnd().split('\n').reverse();
  const text = json.reverse().join('\n').trim();
  const document =
    text === '' ? { flows: [] } : (JSON.parse(text) as { from?: string[]; flows: { outcome: string }[] });
  return {
    status: Number(status),
    ...(document.from && { from: document.from }),
    outcomes: document.flows.map(({ outcome }) => outcome),
  };
}

beforeAll(() => {
  expect(buildNative(), 'npm run build:native').toBeUndefined();
});

describe.each([4, 6] as const)('flows that are tested from an address over IPv%i', (family) => {
  const to = `--to ${addresses.there[family]}`;

  it('come from it, where another one is dropped, half-open and by connecting', async () => {
    const from = dropped[family];
    expect(await flows(`${to} --from ${from}`)).toEqual({
      status: 3,
      from: [from],
      outcomes: ['filtered', 'filtered'],
    });
  });

  it('come from the other one where that is named', async () => {
    const from = addresses.here[family];
    expect(await flows(`${to} --from ${from}`)).toEqual({ status: 0, from: [from], outcomes: ['refused', 'refused'] });
  });

  it('are none where another host has the address', async () => {
    expect(await flows(`${to} --from ${addresses.nobody[family]}`)).toEqual({ status: 2, outcomes: [] });
  });
});
