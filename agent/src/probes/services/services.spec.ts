import type { FirewallUnit, ServiceState } from '@calico-readiness/requirements';
import { firewallUnits, isShownOnlyWhereInstalled, unavailable } from '@calico-readiness/requirements';
import { denyingFiles } from '../../../test/denying-files';
import type { HostTree, TemporaryHostOptions } from '../../../test/temporary-host';
import { removeTemporaryHosts, temporaryHost } from '../../../test/temporary-host';
import { servicesProbe } from './services';

afterEach(removeTemporaryHosts);

const vendor = 'usr/lib/systemd/system';
const administrator = 'etc/systemd/system';
const nowhere = { linkTo: '/dev/null' };
const wanted = '[Unit]\nDescription=x\n[Install]\nWantedBy=multi-user.target\n';
const firewalldUnit = '[Install]\nWantedBy=multi-user.target\nAlias=dbus-org.fedoraproject.FirewallD1.service\n';
const toFirewalld = { linkTo: '/usr/lib/systemd/system/firewalld.service' };

/** A host that systemd booted and that has no firewall manager. */
const stock: HostTree = {
  'etc/os-release': 'ID=rhel\n',
  'usr/bin/bash': '',
  'usr/lib/systemd/system/multi-user.target': '',
  'run/systemd/system/': '',
  'run/systemd/units/invocation:sshd.service': { linkTo: '0123' },
};
const withFirewalld: HostTree = { ...stock, [`${vendor}/firewalld.service`]: firewalldUnit };
const enabled: HostTree = {
  ...withFirewalld,
  [`${administrator}/multi-user.target.wants/firewalld.service`]: toFirewalld,
};

const notInstalled: ServiceState = { load: 'not-found', enablement: 'not-found', active: false, startsAtBoot: false };
const disabled: ServiceState = { load: 'loaded', enablement: 'disabled', active: false, startsAtBoot: false };
const starting: ServiceState = { load: 'loaded', enablement: 'enabled', active: false, startsAtBoot: true };
const masked: ServiceState = { load: 'masked', enablement: 'masked', active: false, startsAtBoot: false };

const gather = async (tree: HostTree, options: TemporaryHostOptions = {}) =>
  (await servicesProbe.gather(temporaryHost(tree, options))).services;
const stateOf = async (
  unit: FirewallUnit,
  tree: HostTree,
  options?: TemporaryHostOptions,
): Promise<ServiceState | undefined> => {
  const fact = await gather(tree, options);
  if (fact.status === 'unavailable') throw new Error(`unavailable: ${fact.reason} ${fact.source}`);
  return fact.value[unit];
};

describe('the firewall managers of a host', () => {
  it('are all not installed on a stock host', async () => {
    expect(await gather(stock)).toEqual({
      status: 'observed',
      value: Object.fromEntries(
        firewallUnits.filter((unit) => !isShownOnlyWhereInstalled(unit)).map((unit) => [unit, notInstalled]),
      ),
      source: vendor,
    });
  });

  it.each<[string, HostTree]>([
    ['is empty', {}],
    ['has programs and nothing that says whose', { 'usr/bin/bash': '' }],
    ['has only an /etc', { 'etc/os-release': 'ID=rhel\n' }],
    ['has programs and an os-release, and no units', { 'etc/os-release': 'ID=rhel\n', 'usr/bin/bash': '' }],
  ])('are unknown below a root that %s', async (_, tree) => {
    expect(await gather(tree)).toEqual(unavailable('not-found', vendor, 'the root is not that of an installed system'));
  });

  it('tell what is there below such a root, and nothing of the others', async () => {
    const tree = { 'etc/os-release': 'ID=rhel\n', [`${administrator}/firewalld.service`]: nowhere };
    expect(await gather(tree)).toEqual({
      status: 'observed',
      value: { 'firewalld.service': { load: 'masked', enablement: 'masked', active: null, startsAtBoot: false } },
      source: vendor,
    });
  });

  it.each([
    vendor,
    administrator,
    'etc/systemd/system.control',
    'run/systemd/generator.late',
    'usr/local/lib/systemd/system',
    `${vendor}/firewalld.service`,
    `${administrator}/multi-user.target.wants`,
  ])('are unknown where %s may not be read', async (path) => {
    expect(await gather(enabled, { files: (files) => denyingFiles(files, path) })).toEqual(unavailable('denied', path));
  });

  it('are unknown when a unit file is larger than any genuine one', async () => {
    const fact = await gather({ ...stock, [`${vendor}/ferm.service`]: '#'.repeat(300 * 1024) });
    expect(fact).toMatchObject({ status: 'unavailable', reason: 'too-large', source: `${vendor}/ferm.service` });
  });
});

describe('firewalld', () => {
  it.each<[string, HostTree, ServiceState]>([
    ['is disabled when it is installed and nothing links to it', withFirewalld, disabled],
    ['is enabled by a link of a target', enabled, starting],
    [
      'is enabled by a relative link',
      {
        ...withFirewalld,
        [`${administrator}/multi-user.target.wants/firewalld.service`]: {
          linkTo: '../../../../usr/lib/systemd/system/firewalld.service',
        },
      },
      starting,
    ],
    [
      'is enabled by a .requires link',
      { ...withFirewalld, [`${administrator}/sysinit.target.requires/firewalld.service`]: toFirewalld },
      starting,
    ],
    [
      'is enabled by an .upholds link',
      { ...withFirewalld, [`${administrator}/basic.target.upholds/firewalld.service`]: toFirewalld },
      starting,
    ],
    [
      'is enabled until the next boot by a link in /run',
      { ...withFirewalld, 'run/systemd/system/multi-user.target.wants/firewalld.service': toFirewalld },
      { ...disabled, enablement: 'enabled-runtime' },
    ],
    [
      'is enabled for good by a link that a generator makes at every boot',
      { ...withFirewalld, 'run/systemd/generator/multi-user.target.wants/firewalld.service': toFirewalld },
      { ...starting, enablement: 'enabled-runtime' },
    ],
    [
      'is gone at the next boot where its file stands in /run',
      {
        ...stock,
        'run/systemd/system/firewalld.service': wanted,
        [`${administrator}/multi-user.target.wants/firewalld.service`]: toFirewalld,
      },
      { ...starting, startsAtBoot: false },
    ],
    [
      'is enabled by its D-Bus alias alone, which does not start it at boot',
      { ...withFirewalld, [`${administrator}/dbus-org.fedoraproject.FirewallD1.service`]: toFirewalld },
      { ...disabled, enablement: 'enabled' },
    ],
    [
      'is disabled and yet started by a link of the vendor',
      { ...withFirewalld, [`${vendor}/multi-user.target.wants/firewalld.service`]: { linkTo: '../firewalld.service' } },
      { ...disabled, startsAtBoot: true },
    ],
    [
      'is not started by a link of the vendor that is taken back',
      {
        ...withFirewalld,
        [`${vendor}/multi-user.target.wants/firewalld.service`]: { linkTo: '../firewalld.service' },
        [`${administrator}/multi-user.target.wants/firewalld.service`]: nowhere,
      },
      { ...disabled, enablement: 'enabled' },
    ],
    [
      'is enabled and not started by a link to /dev/null',
      { ...withFirewalld, [`${administrator}/multi-user.target.wants/firewalld.service`]: nowhere },
      { ...disabled, enablement: 'enabled' },
    ],
    [
      'is enabled and not started by a link to an empty file',
      {
        ...withFirewalld,
        [`${administrator}/multi-user.target.wants/firewalld.service`]: { linkTo: '/usr/lib/empty' },
        'usr/lib/empty': '',
      },
      { ...disabled, enablement: 'enabled' },
    ],
    [
      'is started by a link whose target is gone',
      {
        ...withFirewalld,
        [`${administrator}/multi-user.target.wants/firewalld.service`]: { linkTo: '/nowhere/firewalld.service' },
      },
      starting,
    ],
    [
      'is enabled and not started at boot by the rescue target',
      { ...withFirewalld, [`${administrator}/rescue.target.wants/firewalld.service`]: toFirewalld },
      { ...starting, startsAtBoot: false },
    ],
    [
      'is perhaps started by another service',
      { ...withFirewalld, [`${administrator}/libvirtd.service.wants/firewalld.service`]: toFirewalld },
      { ...starting, startsAtBoot: null },
    ],
    [
      'is not enabled by a file in place of a link',
      { ...withFirewalld, [`${administrator}/multi-user.target.wants/firewalld.service`]: 'text' },
      disabled,
    ],
    [
      'is not enabled by a drop-in',
      { ...withFirewalld, [`${administrator}/firewalld.service.d/x.conf`]: '[Service]\n' },
      disabled,
    ],
    [
      'is not enabled by a link in system.control, but started',
      { ...withFirewalld, 'etc/systemd/system.control/multi-user.target.wants/firewalld.service': toFirewalld },
      { ...disabled, startsAtBoot: true },
    ],
    [
      'is static without an [Install] section',
      { ...stock, [`${vendor}/firewalld.service`]: '[Service]\n' },
      { ...disabled, enablement: 'static' },
    ],
    [
      'is indirect when it enables only others',
      { ...stock, [`${vendor}/firewalld.service`]: '[Install]\nAlso=x.service\n' },
      { ...disabled, enablement: 'indirect' },
    ],
    [
      'is not installed when only a link of a target is left',
      { ...stock, [`${administrator}/multi-user.target.wants/firewalld.service`]: toFirewalld },
      notInstalled,
    ],
    [
      'is not installed when its own link leads nowhere',
      { ...stock, [`${administrator}/firewalld.service`]: toFirewalld },
      notInstalled,
    ],
    [
      'is not installed when its own link is a loop',
      { ...stock, [`${administrator}/firewalld.service`]: { linkTo: 'firewalld.service' } },
      notInstalled,
    ],
    [
      'is not installed when aliases lead to each other',
      {
        ...stock,
        [`${administrator}/firewalld.service`]: { linkTo: 'a.service' },
        [`${administrator}/a.service`]: { linkTo: 'firewalld.service' },
      },
      notInstalled,
    ],
    [
      'is not installed when a directory has its name',
      { ...stock, [`${vendor}/firewalld.service/`]: '' },
      notInstalled,
    ],
    ['is found where /lib is no link', { ...stock, 'lib/systemd/system/firewalld.service': wanted }, disabled],
    ['is found once where /lib is a link', { ...withFirewalld, lib: { linkTo: 'usr/lib' } }, disabled],
    [
      "is found in usr/local/lib before the vendor's",
      { ...withFirewalld, 'usr/local/lib/systemd/system/firewalld.service': '[Service]\n' },
      { ...disabled, enablement: 'static' },
    ],
  ])('%s', async (_, tree, expected) => {
    expect(await stateOf('firewalld.service', tree)).toEqual(expected);
  });

  it.each<[string, HostTree, ServiceState]>([
    ['a link to /dev/null', { [`${administrator}/firewalld.service`]: nowhere }, masked],
    [
      'a relative link to /dev/null',
      { [`${administrator}/firewalld.service`]: { linkTo: '../../../dev/null' } },
      masked,
    ],
    [
      'a link to a link to /dev/null',
      {
        [`${administrator}/firewalld.service`]: { linkTo: '/etc/nothing.service' },
        'etc/nothing.service': nowhere,
        'dev/null': '',
      },
      masked,
    ],
    ['an empty file', { [`${administrator}/firewalld.service`]: '' }, masked],
    ['a mask in usr/local/lib', { 'usr/local/lib/systemd/system/firewalld.service': nowhere }, masked],
    [
      'a mask until the next boot',
      { 'run/systemd/system/firewalld.service': nowhere },
      { ...masked, enablement: 'masked-runtime' },
    ],
    [
      'a mask of a unit that is active',
      {
        [`${administrator}/firewalld.service`]: nowhere,
        'run/systemd/units/invocation:firewalld.service': { linkTo: '4567' },
      },
      { ...masked, active: true },
    ],
    ['a mask of an enabled unit', { ...enabled, [`${administrator}/firewalld.service`]: nowhere }, masked],
  ])('is masked by %s', async (_, tree, expected) => {
    // A file in place of the device: making a device takes root.
    const kind = (path: string) => path === 'etc/systemd/system/firewalld.service' && 'etc/nothing.service' in tree;
    const options: TemporaryHostOptions = {
      files: (files) => ({
        ...files,
        kind: (path) =>
          kind(path)
            ? Promise.resolve({ status: 'observed', value: 'character-device', source: path })
            : files.kind(path),
      }),
    };
    expect(await stateOf('firewalld.service', { ...withFirewalld, ...tree }, options)).toEqual(expected);
  });

  it('starts at the next boot where it is enabled and masked until then', async () => {
    const tree = { ...enabled, 'run/systemd/system/firewalld.service': nowhere };
    expect(await stateOf('firewalld.service', tree)).toEqual({
      ...masked,
      enablement: 'masked-runtime',
      startsAtBoot: true,
    });
  });

  it('is not masked by a runtime mask below a real file in /etc', async () => {
    const tree = {
      ...stock,
      [`${administrator}/firewalld.service`]: wanted,
      'run/systemd/system/firewalld.service': nowhere,
    };
    expect(await stateOf('firewalld.service', tree)).toEqual(disabled);
  });

  it.each<[string, HostTree, boolean | null, TemporaryHostOptions]>([
    [
      'has a link below /run/systemd/units',
      { ...enabled, 'run/systemd/units/invocation:firewalld.service': { linkTo: '4567' } },
      true,
      {},
    ],
    ['has none there', enabled, false, {}],
    ['may not be looked for there', enabled, null, { files: (files) => denyingFiles(files, 'run/systemd/units') }],
  ])('that %s has the activity that follows', async (_, tree, active, options) => {
    expect(await stateOf('firewalld.service', tree, options)).toMatchObject({ load: 'loaded', active });
  });
});

describe('a firewall manager on a host without links of active units', () => {
  const captured: HostTree = {
    'etc/os-release': 'ID=rhel\n',
    'usr/bin/bash': '',
    [`${vendor}/firewalld.service`]: firewalldUnit,
  };
  const processes = 'sys/fs/cgroup/systemd/system.slice/firewalld.service/cgroup.procs';

  it.each<[string, HostTree, TemporaryHostOptions, boolean | null]>([
    ['unknown in a captured tree', captured, {}, null],
    ['unknown in a captured tree with an empty /run', { ...captured, 'run/': '' }, {}, null],
    ['unknown on a running host without /run', captured, { live: true }, null],
    ['inactive on a running host that systemd did not boot', { ...captured, 'run/lock/': '' }, { live: true }, false],
    [
      'unknown on a running host whose systemd is old',
      { ...captured, 'run/systemd/system/': '' },
      { live: true },
      null,
    ],
    [
      'active there when its control group has a process',
      { ...captured, 'run/systemd/system/': '', [processes]: '812\n' },
      { live: true },
      true,
    ],
    [
      'unknown there when its control group is empty',
      { ...captured, 'run/systemd/system/': '', [processes]: '' },
      { live: true },
      null,
    ],
  ])('is %s', async (_, tree, options, active) => {
    expect(await stateOf('firewalld.service', tree, options)).toEqual({ ...disabled, active });
  });

  it('that is not installed has unknown activity too', async () => {
    expect(await stateOf('ferm.service', captured)).toEqual({ ...notInstalled, active: null });
  });
});

describe('netfilter-persistent', () => {
  const aliased: HostTree = {
    ...stock,
    [`${vendor}/netfilter-persistent.service`]: wanted,
    [`${administrator}/multi-user.target.wants/netfilter-persistent.service`]: {
      linkTo: '/lib/systemd/system/netfilter-persistent.service',
    },
    [`${administrator}/iptables.service`]: { linkTo: '/lib/systemd/system/netfilter-persistent.service' },
    [`${administrator}/ip6tables.service`]: { linkTo: '/lib/systemd/system/netfilter-persistent.service' },
    'run/systemd/units/invocation:netfilter-persistent.service': { linkTo: '4567' },
  };

  it.each<[FirewallUnit, ServiceState['enablement']]>([
    ['netfilter-persistent.service', 'enabled'],
    ['iptables.service', 'alias'],
    ['ip6tables.service', 'alias'],
  ])('is active as %s, %s', async (unit, enablement) => {
    expect(await stateOf(unit, aliased)).toEqual({ load: 'loaded', enablement, active: true, startsAtBoot: true });
  });

  it('starts at boot where only another of its names is wanted', async () => {
    const tree = {
      ...stock,
      [`${vendor}/netfilter-persistent.service`]: '[Service]\n',
      [`${administrator}/iptables.service`]: { linkTo: '/lib/systemd/system/netfilter-persistent.service' },
      [`${administrator}/multi-user.target.wants/iptables.service`]: {
        linkTo: '/lib/systemd/system/netfilter-persistent.service',
      },
    };
    expect(await stateOf('netfilter-persistent.service', tree)).toMatchObject({ startsAtBoot: true });
    expect(await stateOf('iptables.service', tree)).toMatchObject({ startsAtBoot: true });
  });

  it('that is masked masks its aliases', async () => {
    const tree = { ...aliased, [`${administrator}/netfilter-persistent.service`]: nowhere };
    expect(await stateOf('iptables.service', tree)).toEqual({ ...masked, active: true });
  });
});

describe('ufw', () => {
  const ufw: HostTree = { ...stock, [`${vendor}/ufw.service`]: wanted };

  it.each([
    ['ENABLED=yes\n', true],
    ['ENABLED=no\n', false],
    ['ENABLED=perhaps\n', null],
  ])('with %j has rules: %j', async (text, rulesEnabled) => {
    expect(await stateOf('ufw.service', { ...ufw, 'etc/ufw/ufw.conf': text })).toEqual({ ...disabled, rulesEnabled });
  });

  it('without its configuration has unknown rules', async () => {
    expect(await stateOf('ufw.service', ufw)).toEqual({ ...disabled, rulesEnabled: null });
  });

  it('that is masked and was never installed has no rules to know of', async () => {
    const mask = { [`${administrator}/ufw.service`]: nowhere };
    expect(await stateOf('ufw.service', { ...stock, ...mask })).toEqual(masked);
    expect(await stateOf('ufw.service', { ...stock, ...mask, 'etc/ufw/ufw.conf': 'ENABLED=yes\n' })).toEqual({
      ...masked,
      rulesEnabled: true,
    });
    expect(await stateOf('ufw.service', { ...ufw, ...mask })).toEqual({ ...masked, rulesEnabled: null });
  });

  it('that is not installed has none', async () => {
    expect(await stateOf('ufw.service', { ...stock, 'etc/ufw/ufw.conf': 'ENABLED=yes\n' })).toEqual(notInstalled);
  });
});

describe('csf', () => {
  const csf: HostTree = { ...stock, [`${administrator}/csf.service`]: wanted, [`${vendor}/lfd.service`]: wanted };

  it.each<[string, HostTree, boolean | null, TemporaryHostOptions]>([
    ['with its rules', csf, true, {}],
    ['switched off', { ...csf, 'etc/csf/csf.disable': '' }, false, {}],
    ['whose switch may not be looked at', csf, null, { files: (files) => denyingFiles(files, 'etc/csf/csf.disable') }],
  ])('%s says so for both of its units', async (_, tree, rulesEnabled, options) => {
    expect(await stateOf('csf.service', tree, options)).toEqual({ ...disabled, rulesEnabled });
    expect(await stateOf('lfd.service', tree, options)).toEqual({ ...disabled, rulesEnabled });
  });

  it('that left a unit active and no file is told of', async () => {
    const tree = { ...stock, 'run/systemd/units/invocation:csf.service': { linkTo: '0123' } };
    expect(await stateOf('csf.service', tree)).toEqual({ ...notInstalled, active: true });
  });
});

describe('ferm', () => {
  const ferm: HostTree = { ...stock, [`${vendor}/ferm.service`]: wanted };

  it.each<[string, HostTree, ServiceState]>([
    [
      'that Debian switches off',
      { ...ferm, 'etc/default/ferm': 'ENABLED="no"\n' },
      { ...disabled, rulesEnabled: false },
    ],
    ['that Debian switches on', { ...ferm, 'etc/default/ferm': 'ENABLED="yes"\n' }, disabled],
    ['of another distribution', ferm, disabled],
  ])('%s is described by its unit, and told off only where it clearly is', async (_, tree, expected) => {
    expect(await stateOf('ferm.service', tree)).toEqual(expected);
  });
});

describe('an init script', () => {
  const script: HostTree = {
    'etc/os-release': 'ID=debian\n',
    'usr/bin/bash': '',
    'usr/lib/systemd/system/': '',
    'etc/init.d/ferm': '#!/bin/sh\n',
  };
  const generated: ServiceState = { load: 'loaded', enablement: 'generated', active: null, startsAtBoot: false };

  it.each<[string, HostTree, ServiceState]>([
    ['without links', script, generated],
    [
      'with a start link',
      { ...script, 'etc/rc3.d/S01ferm': { linkTo: '../init.d/ferm' } },
      { ...generated, startsAtBoot: true },
    ],
    ['with a stop link', { ...script, 'etc/rc3.d/K01ferm': { linkTo: '../init.d/ferm' } }, generated],
    ['beside a unit of its name', { ...script, [`${vendor}/ferm.service`]: wanted }, { ...disabled, active: null }],
    ['beside a mask', { ...script, [`${administrator}/ferm.service`]: nowhere }, { ...masked, active: null }],
  ])('%s becomes the unit that systemd would generate', async (_, tree, expected) => {
    expect(await stateOf('ferm.service', tree)).toEqual(expected);
  });

  it('is the unit that systemd generated on a running host', async () => {
    const tree = {
      ...stock,
      'etc/init.d/ferm': '#!/bin/sh\n',
      'run/systemd/generator.late/ferm.service': '[Unit]\nSourcePath=/etc/init.d/ferm\n',
      'run/systemd/generator.late/multi-user.target.wants/ferm.service': { linkTo: '../ferm.service' },
    };
    expect(await stateOf('ferm.service', tree)).toEqual({ ...starting, enablement: 'generated' });
  });

  it('of which a running systemd made no unit is none', async () => {
    expect(await stateOf('ferm.service', { ...stock, 'etc/init.d/ferm': '#!/bin/sh\n' })).toEqual(notInstalled);
  });
});

describe('docker', () => {
  it.each<[string, HostTree, ServiceState | undefined]>([
    [
      'that is active',
      {
        ...stock,
        [`${vendor}/docker.service`]: wanted,
        'run/systemd/units/invocation:docker.service': { linkTo: '0123' },
      },
      { ...disabled, active: true },
    ],
    ['that is installed', { ...stock, [`${vendor}/docker.service`]: wanted }, disabled],
    ['that is not installed', stock, undefined],
  ])('%s is told of only where it is there', async (_, tree, expected) => {
    const { services } = await servicesProbe.gather(temporaryHost(tree));
    expect(services.status === 'observed' && services.value['docker.service']).toEqual(expected);
  });
});

describe('looking at units', () => {
  it('lists every directory once', async () => {
    const listed: string[] = [];
    await gather(enabled, { files: (files) => ({ ...files, list: (path) => (listed.push(path), files.list(path)) }) });
    const unitDirectories = listed.filter((path) => path.includes('systemd/'));
    expect(new Set(unitDirectories).size).toBe(unitDirectories.length);
    expect(unitDirectories.length).toBeGreaterThan(10);
  });
});
