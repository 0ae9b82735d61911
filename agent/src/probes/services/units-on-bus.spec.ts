import type { ServiceState } from '@calico-readiness/requirements';
import { createSystemBus } from '../../host/bus/system-bus';
import type { HostTree } from '../../../test/temporary-host';
import { removeTemporaryHosts, temporaryHost } from '../../../test/temporary-host';
import type { FakeReply, ReceivedCall } from '../../../test/fake-service';
import { PrivateBus } from '../../../test/private-bus';
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
const withoutTrace: HostTree = { ...installed, 'run/systemd/units/invocation:dbus.service': { linkTo: '0123' } };

const variant = (type: string, value: unknown): FakeReply => ({ signature: 'v', body: [[type, value]] });
const state = (text: string): FakeReply => variant('s', text);
const word = (text: string): FakeReply => ({ signature: 's', body: [text] });
const noSuchFile: FakeReply = { error: 'org.freedesktop.DBus.Error.FileNotFound' };
const firewalld = '/org/freedesktop/systemd1/unit/firewalld_2eservice';

/** What a systemd replies about firewalld; it does not know the files of other units. */
interface Replies {
  readonly active?: FakeReply;
  readonly load?: FakeReply;
  readonly needsReload?: FakeReply;
  readonly file?: FakeReply;
}

const replyTo = (
  { path, body = [] }: ReceivedCall,
  { active = state('inactive'), load = state('loaded'), needsReload = variant('b', false), file = noSuchFile }: Replies,
): FakeReply => {
  if (path === '/org/freedesktop/systemd1') return body[0] === 'firewalld.service' ? file : noSuchFile;
  if (body[1] === 'LoadState') return load;
  if (body[1] === 'NeedDaemonReload') return needsReload;
  return path === firewalld ? active : state('inactive');
};

/** firewalld's state on a host whose systemd replies so. */
async function ask(
  tree: HostTree,
  replies: Replies,
): Promise<{ readonly firewalld: ServiceState | undefined; readonly calls: readonly ReceivedCall[] }> {
  const host = temporaryHost(tree);
  const bus = await PrivateBus.start(host.files.root);
  buses.push(bus);
  await bus.serve('org.freedesktop.systemd1', (call) => replyTo(call, replies));
  const { services } = await servicesProbe.gather({ ...host, systemBus: createSystemBus(host.files, 1500) });
  return {
    firewalld: services.status === 'observed' ? services.value['firewalld.service'] : undefined,
    calls: bus.calls,
  };
}

const observe = (tree: HostTree, active: FakeReply) => ask(tree, { active });

describe('what systemd says of a unit', () => {
  it.each([
    ['active', true],
    ['reloading', true],
    ['activating', true],
    ['deactivating', true],
    ['inactive', false],
    ['failed', false],
  ])('%s wins over the traces that it left', async (text, active) => {
    expect((await observe(active ? withoutTrace : withTrace, state(text))).firewalld).toEqual({
      load: 'loaded',
      enablement: 'disabled',
      active,
      startsAtBoot: false,
    });
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
    const tree: HostTree = {
      ...installed,
      [`${vendor}/netfilter-persistent.service`]: '[Service]\n',
      'etc/systemd/system/iptables.service': { linkTo: `/${vendor}/netfilter-persistent.service` },
    };
    const { calls } = await observe(tree, state('inactive'));
    const paths = calls.map(({ path }) => path);
    expect(paths).toContain('/org/freedesktop/systemd1/unit/netfilter_2dpersistent_2eservice');
    expect(paths).not.toContain('/org/freedesktop/systemd1/unit/iptables_2eservice');
    expect(new Set(calls.map(({ member, flags }) => `${member} ${String(flags)}`))).toEqual(
      new Set(['Get 2', 'GetUnitFileState 2']),
    );
    const files = calls.flatMap(({ member, body }) => (member === 'GetUnitFileState' ? [body?.[0]] : []));
    expect(files).toContain('netfilter-persistent.service');
    expect(files).not.toContain('iptables.service');
  });
});

const enabled: HostTree = {
  ...installed,
  'etc/systemd/system/multi-user.target.wants/firewalld.service': {
    linkTo: '/usr/lib/systemd/system/firewalld.service',
  },
};
const withoutFile: HostTree = { ...installed, 'usr/lib/systemd/system/firewalld.service': { linkTo: '/nowhere' } };
const masked: HostTree = { ...enabled, 'etc/systemd/system/firewalld.service': { linkTo: '/dev/null' } };

const idle: ServiceState = { load: 'loaded', enablement: 'disabled', active: false, startsAtBoot: false };
const starting: ServiceState = { ...idle, enablement: 'enabled', startsAtBoot: true };

describe('what systemd finds on the disk', () => {
  it.each<[string, HostTree, string, ServiceState]>([
    ['is the state of the unit file', installed, 'indirect', { ...idle, enablement: 'indirect' }],
    ['is left alone where a report has no word for it', installed, 'linked', idle],
    ['does not change what the next boot does where both agree', enabled, 'enabled', starting],
    [
      'is a unit whose boot nothing tells of, where we found none',
      withoutFile,
      'enabled',
      { ...starting, startsAtBoot: null },
    ],
    [
      'is a mask that we did not see',
      enabled,
      'masked',
      { load: 'masked', enablement: 'masked', active: false, startsAtBoot: false },
    ],
    [
      'is a mask until the next boot that we did not see',
      enabled,
      'masked-runtime',
      { load: 'masked', enablement: 'masked-runtime', active: false, startsAtBoot: true },
    ],
    ['is no mask where we saw one', masked, 'enabled', { ...starting, startsAtBoot: null }],
  ])('%s', async (_, tree, text, expected) => {
    expect((await ask(tree, { file: word(text) })).firewalld).toEqual(expected);
  });

  it.each<[string, FakeReply]>([
    ['no such file', noSuchFile],
    ['another type', { signature: 'b', body: [true] }],
    ['nothing', 'silence'],
  ])('leaves it to the files where it is %s', async (_, file) => {
    expect(
      (await ask({ ...enabled, 'run/systemd/units/invocation:dbus.service': { linkTo: '0123' } }, { file })).firewalld,
    ).toEqual(starting);
  });
});

describe('what systemd has loaded', () => {
  it.each<[string, Replies, ServiceState]>([
    ['a mask that is no longer there', { load: state('masked'), file: word('enabled') }, starting],
    ['a file that is gone by now', { load: state('not-found'), file: word('enabled') }, starting],
    [
      'a unit file that cannot be started',
      { load: state('bad-setting'), file: word('enabled') },
      { ...starting, startsAtBoot: false },
    ],
    ['a unit file with an error', { load: state('error') }, { ...starting, startsAtBoot: false }],
    [
      'a broken unit file that was mended since',
      { load: state('bad-setting'), needsReload: variant('b', true) },
      starting,
    ],
    [
      'a broken unit file of which nobody knows whether it was mended',
      { load: state('bad-setting'), needsReload: { error: 'org.freedesktop.DBus.Error.AccessDenied' } },
      starting,
    ],
  ])('says of the next boot what the disk allows: %s', async (_, replies, expected) => {
    expect((await ask(enabled, replies)).firewalld).toEqual(expected);
  });

  it('says of now what is active, whatever the disk says', async () => {
    expect(
      (await ask(masked, { active: state('active'), load: state('loaded'), file: word('masked') })).firewalld,
    ).toEqual({ load: 'masked', enablement: 'masked', active: true, startsAtBoot: false });
  });
});
