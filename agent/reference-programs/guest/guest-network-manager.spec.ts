import type { NetworkManager } from '@calico-readiness/requirements';
import { calicoInterfaces } from '@calico-readiness/requirements';
import type { Host } from '../../src/host/host';
import type { HostTree } from '../../test/temporary-host';
import { removeTemporaryHosts } from '../../test/temporary-host';
import { networkManagerProbe } from '../../src/probes/network-manager/network-manager';
import { guestDevices } from './guest-calico-devices';
import { longestRun, runGuest } from './guest-machine';
import { generatedNetworkManagerCases, networkManagerCases } from './guest-network-manager-cases';
import { addressesAnswer, filesAnswer, networkManagerScript, objectsAnswer } from './guest-network-manager-script';
import { devicesOf, filesIn, guestHost, unmanagedByUdev } from './guest-network-manager-verdicts';
import type { GuestAnswers } from './guest-script';
import { answerOf, filesOfCases } from './guest-script';

const cases = [...networkManagerCases, ...generatedNetworkManagerCases(3)];

/** Each guest has one processor and takes every second case. */
const guests = 2;
const casesOf = (guest: number) => cases.filter((_case, index) => index % guests === guest);
let answers: readonly GuestAnswers[] = [];

/** Without an account of its own the bus does not start. */
const accounts: HostTree = {
  'etc/passwd': 'root:x:0:0::/:/bin/sh\nmessagebus:x:100:100::/:/bin/false\n',
  'etc/group': 'root:x:0:\nmessagebus:x:100:\n',
  'etc/machine-id': `${'0123456789abcdef'.repeat(2)}\n`,
};

beforeAll(async () => {
  const runs = Array.from({ length: guests }, (_unused, guest) => casesOf(guest));
  answers = await Promise.all(
    runs.map((own) => runGuest({ files: { ...accounts, ...filesOfCases(own) }, script: networkManagerScript(own) })),
  );
}, longestRun);
afterAll(removeTemporaryHosts);

async function factOf(host: Host): Promise<NetworkManager> {
  const { networkManager } = await networkManagerProbe.gather(host);
  if (networkManager.status === 'unavailable') throw new Error(`unavailable: ${networkManager.reason}`);
  return networkManager.value;
}

/** `cali*` is managed as soon as one pod interface is. */
const isOf = (calicoInterface: string, device: string): boolean =>
  calicoInterface === 'cali*' ? device.startsWith('cali') : device === calicoInterface;

const databaseOf = (device: string, left: HostTree): string => {
  const entry = Object.entries(left).find(
    ([path, text]) => path.startsWith('run/udev/data/') && String(text).includes(`E:ID_NET_NAME=${device}\n`),
  );
  return String(entry?.[1]);
};

const decidedAs = { managed: new Set<string>(), unmanaged: new Set<string>(), undecided: 0 };

describe('NetworkManager with udev and the devices that Calico makes', () => {
  it.each(cases.map(({ name, files, devices }, index) => ({ name, files, devices, index })))(
    'manages what we say: $name',
    async ({ files, devices, index }) => {
      const ask = (name: (index: number) => string) =>
        answerOf(answers[index % guests] ?? new Map(), name(Math.floor(index / guests)));
      const { status, output } = ask(objectsAnswer);
      const left = filesIn(ask(filesAnswer).output);
      const host = guestHost(files);
      const { daemon, manages } = await factOf(host);
      if (daemon === 'refuses-configuration') {
        expect(status, output).not.toBe(0);
        return;
      }
      const seen = devicesOf(output);
      expect(guestDevices.filter((device) => !seen.has(device))).toEqual([]);
      const really = (each: string): boolean =>
        guestDevices.some((device) => isOf(each, device) && seen.get(device)?.managed === true);

      const decided = calicoInterfaces.filter((each) => manages[each] !== null);
      for (const each of decided) decidedAs[really(each) ? 'managed' : 'unmanaged'].add(each);
      decidedAs.undecided += calicoInterfaces.length - decided.length;
      expect(Object.fromEntries(decided.map((each) => [each, manages[each]]))).toEqual(
        Object.fromEntries(decided.map((each) => [each, really(each)])),
      );

      const { live = {} } = await factOf(guestHost({ ...files, ...left }));
      expect(live).toEqual(Object.fromEntries(Object.keys(live).map((each) => [each, really(each)])));

      for (const device of guestDevices) {
        const ours = await unmanagedByUdev(host, device);
        const database = databaseOf(device, left);
        if (ours !== null)
          expect({ device, byUdev: /^E:NM_UNMANAGED=(?:1|yes)$/m.test(database) }, database).toEqual({
            device,
            byUdev: ours,
          });
      }

      // What is said to be the harm: of a tunnel that is there when it starts, the daemon takes the address.
      const hasAddress = /tunl0 .*inet /.test(ask(addressesAnswer).output);
      expect(seen.get('tunl0')?.state).toBe(really('tunl0') ? 30 : 10);
      if (!really('tunl0') || devices === 'before') expect(hasAddress).toBe(!really('tunl0'));
    },
  );

  it('was asked about every interface of Calico, and we leave little open', () => {
    expect([...decidedAs.managed].sort()).toEqual([...calicoInterfaces].sort());
    expect([...decidedAs.unmanaged].sort()).toEqual([...calicoInterfaces].sort());
    expect(decidedAs.undecided).toBeLessThan(30);
  });
});
