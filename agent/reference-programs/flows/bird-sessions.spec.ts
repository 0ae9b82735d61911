import { join } from 'node:path';
import { buildNative } from '../../../scripts/build/native-part';
import { Birds, partsOf } from './birds';
import { addresses, agent, atTwoHosts } from './two-hosts';

const { there } = addresses;
const peers = `${there[4]},${there[6]}`;
const halfOpen = `'${process.execPath}' --import tsx '${join(import.meta.dirname, 'begin-half-open.ts')}'`;

beforeAll(() => {
  expect(buildNative(), 'npm run build:native').toBeUndefined();
});

it('leaves ESTABLISHED sessions alone, which a connection ends', async () => {
  const birds = new Birds();
  const [atHere, atThere] = [birds.sessions('here'), birds.sessions('there')];
  const output = await atTwoHosts([
    birds.start('here'),
    birds.start('there'),
    birds.untilEstablished(),
    'echo @before',
    ...[atHere, atThere],
    'echo @flows',
    `${agent} flows --flow bgp --output json --to ${peers}`,
    `for time in 1 2; do ${agent} flows --flow bgp --to ${peers} --bgp-connect > /dev/null; done`,
    // The agent does not do this where it sees a session; a peer may have one that is not seen here.
    'echo @half-open',
    `${halfOpen} ${peers.replace(',', ' ')}`,
    'echo @after',
    ...[atHere, atThere],
    // What all of this is for: were it not so, one could just connect.
    'echo @connected',
    `old="$(${atThere} | grep session4)"`,
    `'${process.execPath}' -e "require('net').connect(179, '${there[4]}').on('connect', () => process.exit())"`,
    `while ${atThere} | grep -qF "$old"; do sleep 0.1; done`,
    'echo the session ended',
  ]).finally(() => {
    birds.remove();
  });
  const { before, flows = '', after, connected, ['half-open']: halfOpened } = partsOf(output);

  expect(before).toMatch(/Established/);
  expect(JSON.parse(flows)).toMatchObject({
    flows: [
      { peer: there[4], outcome: 'open', method: 'session' },
      { peer: there[6], outcome: 'open', method: 'session' },
    ],
  });
  expect(halfOpened).toBe('open\n'.repeat(2));
  expect(after).toBe(before);
  expect(connected).toBe('the session ended\n');
});
