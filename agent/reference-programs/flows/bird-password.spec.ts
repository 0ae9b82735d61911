import { buildNative } from '../../../scripts/build/native-part';
import { Birds, partsOf } from './birds';
import { addresses, agent, atTwoHosts } from './two-hosts';

const { there } = addresses;

const listens = ['tcp', 'tcp6'].map((table) => `there grep -q ":00B3 [0:]* 0A " /proc/net/${table}`).join(' && ');

beforeAll(() => {
  expect(buildNative(), 'npm run build:native').toBeUndefined();
});

it('is untested, and never filtered, where the peer drops what is not signed with a password', async () => {
  const birds = new Birds();
  const tested = `${agent} flows --flow bgp --output json --timeout 2 --to ${there[4]},${there[6]}`;
  const output = await atTwoHosts([
    birds.start('there', 'password "secret";'),
    `until ${listens}; do sleep 0.1; done`,
    `unknown=${birds.file('unknown')} password=${birds.file('password')}`,
    `${tested} > $unknown & ${tested} --bgp-password yes > $password &`,
    // The kernel is silent here, which is the reason for the rest.
    'echo @denied',
    `${tested} --bgp-password no || test $? = 3`,
    // A shell that waits for all would wait for the other host as well.
    `until grep -qs '^}' $unknown && grep -qs '^}' $password; do sleep 0.1; done`,
    'echo @unknown; cat $unknown; echo @password; cat $password',
  ]).finally(() => {
    birds.remove();
  });
  const { unknown = '', password = '', denied = '' } = partsOf(output);

  const both = (outcome: string): object => ({ flows: [{ outcome }, { outcome }] });
  expect(JSON.parse(unknown)).toMatchObject(both('untested'));
  expect(JSON.parse(password)).toMatchObject(both('untested'));
  expect(JSON.parse(denied)).toMatchObject(both('filtered'));
});
