import type { ServiceState } from '@calico-readiness/requirements';
import { createSystemBus } from '../host/system-bus';
import type { HostTree } from '../host/temporary-host';
import { removeTemporaryHosts, temporaryHost } from '../host/temporary-host';
import type { FakeReply, ReceivedCall } from '../testing/private-bus';
import { PrivateBus } from '../testing/private-bus';
import { servicesProbe } from './services';

const buses: PrivateBus[] = [];

afterEach(async () => {
  await Promise.all(buses.splice(0).map((bus) => bus.stop()));
  removeTemporaryHosts();
});

const installed: HostTree = {
  'etc/os-release': 'ID=rhel\n',
  'usr/bin/bash': '',
  'usr/lib/systemd/system/firewalld.service': '[Install]\nWantedBy=multi-user.target\n',
};
const withTrace: HostTree = { ...installed, 'run/systemd/units/invocation:firewalld.service': { linkTo: '0123' } };
const withoutTrace: HostTree = { ...installed, 'run/systemd/units/': '' };

const state = (text: string): FakeReply => ({ signature: 'v', body: [['s', text]] });
const firewalld = '/org/freedesktop/systemd1/unit/firewalld_2eservice';

/** firewalld's state on a host whose systemd gives this reply for it. */
async function observe(tree: HostTree, reply: FakeReply): Promise<{ readonly firewalld: ServiceState | undefined; readonly calls: readonly ReceivedCall[] }> {
  const host = temporaryHost(tree);
  const bus = await PrivateBus.start(host.files.root);
  buses.push(bus);
  await bus.serve('org.freedesktop.systemd1', ({ path }) => (path === firewalld ? reply : state('inactive')));
  const { services } = await servicesProbe.gather({ ...host, systemBus: createSystemBus(host.files, 500) });
  return { firewalld: services.status === 'observed' ? services.value['firewalld.service'] : undefined, calls: bus.calls };
}

describe('what systemd says of a unit', () => {
  it.each([
    ['active', true],
    ['reloading', true],
    ['activating', true],
    ['deactivating', true],
    ['inactive', false],
    ['failed', false],
  ])('%s wins over the traces that it left', async (text, active) => {
    expect((await observe(active ? withoutTrace : withTrace, state(text))).firewalld).toEqual({ load: 'loaded', enablement: 'disabled', active, startsAtBoot: false });
  });

  it('decides where there are no traces, as of an old systemd', async () => {
    expect((await observe(installed, state('inactive'))).firewalld?.active).toBe(false);
  });

  it.each<[string, FakeReply]>([
    ['another word', state('dancing')],
    ['the name of a property of objects', state('constructor')],
    ['another type', { signature: 'v', body: [['b', true]] }],
    ['no variant', { signature: 's', body: ['active'] }],
    ['an error', { error: 'org.freedesktop.DBus.Error.AccessDenied' }],
    ['nothing', 'silence'],
  ])('leaves it to the traces where it is %s', async (_, reply) => {
    expect((await observe(withTrace, reply)).firewalld?.active).toBe(true);
    expect((await observe(installed, reply)).firewalld?.active).toBeNull();
  });

  it('is asked of the unit that an alias names, and only read', async () => {
    const vendor = 'usr/lib/systemd/system';
    const tree: HostTree = { ...installed, [`${vendor}/netfilter-persistent.service`]: '[Service]\n', 'etc/systemd/system/iptables.service': { linkTo: `/${vendor}/netfilter-persistent.service` } };
    const { calls } = await observe(tree, state('inactive'));
    const paths = calls.map(({ path }) => path);
    expect(paths).toContain('/org/freedesktop/systemd1/unit/netfilter_2dpersistent_2eservice');
    expect(paths).not.toContain('/org/freedesktop/systemd1/unit/iptables_2eservice');
    expect(new Set(calls.map(({ member, flags }) => `${member} ${String(flags)}`))).toEqual(new Set(['Get 2']));
  });
});
