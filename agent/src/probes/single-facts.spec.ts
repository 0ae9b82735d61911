import { machine } from 'node:os';
import type { HostFacts } from '@calico-readiness/requirements';
import { observed, unavailable } from '@calico-readiness/requirements';
import type { HostTree } from '../../test/temporary-host';
import { removeTemporaryHosts, temporaryHost } from '../../test/temporary-host';
import { denyingFiles } from '../../test/denying-files';
import { architectureProbe } from './architecture';
import { bpfFilesystemProbe } from './bpf-filesystem';
import { capabilitiesProbe } from './capabilities';
import { cgroup2Probe } from './cgroup2';
import { kernelTypeInformationProbe } from './kernel-type-information';
import { legacyIptablesProbe } from './legacy-iptables';
import { lockdownProbe } from './lockdown';
import { modprobePathProbe } from './modprobe-path';
import { operatingSystemProbe } from './operating-system';
import type { AnyProbe } from './probe';

afterEach(removeTemporaryHosts);

const s390xProgram = new Uint8Array([
  0x7f, 0x45, 0x4c, 0x46, 2, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 22, 0, 0, 0, 1,
]);
const mountinfo = (...mounts: [string, string][]): string =>
  mounts
    .map(([point, type], index) => `${String(index + 20)} 1 0:${String(index)} / ${point} rw - ${type} ${type} rw\n`)
    .join('');
const configWithoutLockdown =
  '# Linux/x86 6.1 Kernel Configuration\n# CONFIG_SECURITY_LOCKDOWN_LSM is not set\n# CONFIG_MAGIC_SYSRQ is not set\n';

describe('a probe of one fact', () => {
  it.each([
    [
      'the kernel’s word',
      architectureProbe,
      { 'proc/sys/kernel/arch': 'aarch64\n', 'usr/bin/bash': s390xProgram },
      { architecture: observed('aarch64', 'proc/sys/kernel/arch') },
    ],
    [
      'a program',
      architectureProbe,
      { 'usr/bin/dash': s390xProgram, 'bin/sh': { linkTo: '/usr/bin/dash' } },
      { architecture: observed('s390x', 'bin/sh') },
    ],
    [
      'a script in the place of a program',
      architectureProbe,
      { 'usr/bin/bash': '#!/bin/true\n', 'bin/sh': s390xProgram },
      { architecture: observed('s390x', 'bin/sh') },
    ],
    ['no program', architectureProbe, {}, { architecture: unavailable('not-found', 'proc/sys/kernel/arch') }],

    [
      'etc',
      operatingSystemProbe,
      { 'etc/os-release': 'ID=a\n', 'usr/lib/os-release': 'ID=b\n' },
      { operatingSystem: observed({ id: 'a' }, 'etc/os-release') },
    ],
    [
      'usr/lib',
      operatingSystemProbe,
      { 'usr/lib/os-release': 'ID=b\n' },
      { operatingSystem: observed({ id: 'b' }, 'usr/lib/os-release') },
    ],
    [
      'nothing of usr/lib behind rubbish, which is what programs read',
      operatingSystemProbe,
      { 'etc/os-release': '\0', 'usr/lib/os-release': 'ID=b\n' },
      { operatingSystem: unavailable('malformed', 'etc/os-release', 'holds binary data') },
    ],
    [
      'only rubbish',
      operatingSystemProbe,
      { 'etc/os-release': '\0' },
      { operatingSystem: unavailable('malformed', 'etc/os-release', 'holds binary data') },
    ],

    [
      'a full set',
      capabilitiesProbe,
      { 'proc/1/status': 'CapBnd:\t0000000000200000\n' },
      { capabilities: observed({ bounding: ['sys_admin'] }, 'proc/1/status') },
    ],
    ['no /proc', capabilitiesProbe, {}, { capabilities: unavailable('not-found', 'proc/1/status') }],

    [
      'BTF',
      kernelTypeInformationProbe,
      { 'sys/kernel/btf/vmlinux': '' },
      { kernelTypeInformation: observed(true, 'sys/kernel/btf/vmlinux') },
    ],
    [
      'no BTF',
      kernelTypeInformationProbe,
      { 'sys/kernel/mm/': '' },
      { kernelTypeInformation: observed(false, 'sys/kernel/btf/vmlinux') },
    ],
    [
      'no /sys',
      kernelTypeInformationProbe,
      {},
      { kernelTypeInformation: unavailable('not-found', 'sys/kernel/btf/vmlinux') },
    ],

    [
      'cgroup2 in two places',
      cgroup2Probe,
      {
        'proc/1/mountinfo': mountinfo(
          ['/sys/fs/cgroup', 'tmpfs'],
          ['/sys/fs/cgroup/unified', 'cgroup2'],
          ['/run/calico/cgroup', 'cgroup2'],
        ),
        'proc/filesystems': 'nodev\tcgroup2\n',
      },
      {
        cgroup2Mounts: observed(['/sys/fs/cgroup/unified', '/run/calico/cgroup'], 'proc/1/mountinfo'),
        cgroup2Supported: observed(true, 'proc/filesystems'),
      },
    ],
    [
      'a kernel without cgroup2, in a capture with the older table',
      cgroup2Probe,
      { 'proc/mounts': 'cgroup /sys/fs/cgroup/memory cgroup rw 0 0\n', 'proc/filesystems': 'nodev\tcgroup\n' },
      { cgroup2Mounts: observed([], 'proc/mounts'), cgroup2Supported: observed(false, 'proc/filesystems') },
    ],

    [
      'bpffs',
      bpfFilesystemProbe,
      { 'proc/1/mountinfo': mountinfo(['/sys', 'sysfs'], ['/sys/fs/bpf', 'bpf']) },
      { bpfFilesystemMounted: observed(true, 'proc/1/mountinfo') },
    ],
    [
      'bpffs elsewhere',
      bpfFilesystemProbe,
      { 'proc/1/mountinfo': mountinfo(['/run/bpf', 'bpf']) },
      { bpfFilesystemMounted: observed(false, 'proc/1/mountinfo') },
    ],
    [
      'bpffs under a tmpfs',
      bpfFilesystemProbe,
      { 'proc/1/mountinfo': mountinfo(['/sys/fs/bpf', 'bpf'], ['/sys/fs/bpf', 'tmpfs']) },
      { bpfFilesystemMounted: observed(false, 'proc/1/mountinfo') },
    ],

    [
      'lockdown',
      lockdownProbe,
      { 'sys/kernel/security/lockdown': 'none [integrity] confidentiality\n' },
      { lockdown: observed('integrity', 'sys/kernel/security/lockdown') },
    ],
    [
      'securityfs without lockdown',
      lockdownProbe,
      { 'sys/kernel/security/lsm': 'capability\n' },
      { lockdown: observed('absent', 'sys/kernel/security/lockdown') },
    ],
    [
      'securityfs without lockdown of a kernel that has it',
      lockdownProbe,
      {
        'sys/kernel/security/lsm': 'capability\n',
        'proc/sys/kernel/osrelease': '6.1\n',
        'boot/config-6.1': configWithoutLockdown.replace(
          '# CONFIG_SECURITY_LOCKDOWN_LSM is not set',
          'CONFIG_SECURITY_LOCKDOWN_LSM=y',
        ),
      },
      {
        lockdown: unavailable('not-found', 'sys/kernel/security/lockdown', 'the kernel has it, and it is not shown'),
      },
    ],
    [
      'no securityfs',
      lockdownProbe,
      { 'sys/kernel/security/': '' },
      { lockdown: unavailable('not-found', 'sys/kernel/security/lockdown', 'securityfs is not mounted') },
    ],
    [
      'no securityfs and a kernel without lockdown',
      lockdownProbe,
      { 'proc/sys/kernel/osrelease': '6.1\n', 'boot/config-6.1': configWithoutLockdown },
      { lockdown: observed('absent', 'boot/config-6.1') },
    ],

    [
      'a path',
      modprobePathProbe,
      { 'proc/sys/kernel/modprobe': '/usr/sbin/modprobe\n' },
      { modprobePath: observed('/usr/sbin/modprobe', 'proc/sys/kernel/modprobe') },
    ],
    [
      'an empty path',
      modprobePathProbe,
      { 'proc/sys/kernel/modprobe': '\n' },
      { modprobePath: observed('', 'proc/sys/kernel/modprobe') },
    ],
    [
      'a copy of a file below /proc that has no bytes',
      modprobePathProbe,
      { 'proc/sys/kernel/modprobe': '' },
      {
        modprobePath: unavailable('malformed', 'proc/sys/kernel/modprobe', 'holds nothing, not even a line end'),
      },
    ],
    [
      'rubbish for a path',
      modprobePathProbe,
      { 'proc/sys/kernel/modprobe': '\u0001\n' },
      { modprobePath: unavailable('malformed', 'proc/sys/kernel/modprobe', 'is no path') },
    ],

    [
      'names of legacy iptables',
      legacyIptablesProbe,
      {
        'proc/1/net/ip_tables_names': 'nat\nfilter\n',
        'proc/1/net/ip_tables_matches': 'set\nicmp\n',
        'proc/1/net/ip6_tables_matches': 'set\n',
        'proc/1/net/ip_tables_targets': 'LOG\n',
      },
      {
        legacyIptables: observed(
          { tables: ['filter', 'nat'], ip6Tables: [], matches: ['icmp', 'set'], targets: ['LOG'] },
          'proc/1/net',
        ),
      },
    ],
    [
      'a capture with proc/net only',
      legacyIptablesProbe,
      { 'proc/net/tcp': '' },
      { legacyIptables: observed({ tables: [], ip6Tables: [], matches: [], targets: [] }, 'proc/net') },
    ],
    [
      'no proc/net',
      legacyIptablesProbe,
      { 'proc/1/status': '' },
      { legacyIptables: unavailable('not-found', 'proc/1/net') },
    ],
  ] satisfies [string, AnyProbe, HostTree, Partial<HostFacts>][])('sees %s', async (_case, probe, tree, facts) => {
    expect(await probe.gather(temporaryHost(tree))).toEqual(facts);
  });

  it('does not take names that may not be read for none', async () => {
    const host = temporaryHost(
      { 'proc/1/net/ip_tables_names': 'nat\n' },
      { files: (files) => denyingFiles(files, 'proc/1/net/ip_tables_names') },
    );
    expect(await legacyIptablesProbe.gather(host)).toEqual({
      legacyIptables: unavailable('denied', 'proc/1/net/ip_tables_names'),
    });
  });

  it('asks the running system itself for its architecture', async () => {
    expect(await architectureProbe.gather(temporaryHost({}, { live: true }))).toEqual({
      architecture: observed(machine(), 'uname'),
    });
  });
});
