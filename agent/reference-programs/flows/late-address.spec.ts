import { buildNative } from '../../../scripts/build/native-part';
import { addresses, agent, atTwoHosts } from './two-hosts';

const late = '10.9.0.7';

beforeAll(() => {
  expect(buildNative(), 'npm run build:native').toBeUndefined();
});

it('a host answers at an address that it gets while it answers', async () => {
  const sockets = `there cat /proc/net/raw | grep -ci`;
  const output = await atTwoHosts([
    'key=$(mktemp); head -c 64 /dev/urandom > $key',
    `there unshare --mount --pid --fork --mount-proc --kill-child ${agent} flows --answer --for 100 --from ${addresses.here[4]} --key-file $key > /dev/null 2>&1 &`,
    // 10.9.0.2 as /proc/net/raw writes it; the other end of the cable answers already.
    `until ${sockets} 0200090a: > /dev/null; do sleep 0.1; done`,
    // The first address leaves as it comes.
    `there ip address del ${addresses.there[4]}/24 dev cable; there ip address add ${late}/24 dev cable`,
    `until ${sockets} 0700090a: > /dev/null; do sleep 0.1; done`,
    `${agent} flows --to ${late} --flow vxlan --answering --key-file $key --timeout 2 --output json || true`,
    'rm $key',
  ]);
  expect(JSON.parse(output)).toMatchObject({ flows: [{ peer: late, flow: 'vxlan', outcome: 'open' }] });
}, 100_000);
