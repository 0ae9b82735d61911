import { growthOf, linear } from '../../test/growth/growth';
import { parseNetworkInterfaces } from '../parsers/network-interfaces';
import { parseNetworkManagerConf } from '../parsers/network-manager-conf';
import { parseServiceSection } from '../parsers/systemd-service';
import { parseSystemdNetwork } from '../parsers/systemd-network';
import { parseUdevRules } from '../parsers/udev-rules';
import { calicoDevices } from './calico-devices';
import { namesTakenByIfupdown, noIfupdownInterfaces } from './network-manager/ifupdown-interfaces';
import { applyInternalConfiguration } from './network-manager/internal-configuration';
import { managedDecision } from './network-manager/managed-decision';
import { mergeConfiguration } from './network-manager/merge-configuration';
import { snippetTakesPart } from './network-manager/snippet-condition';
import { isUnmanagedByUdev } from './network-manager/udev-unmanaged';
import { PatternTable } from './pattern-table';
import { matchesShellPattern } from './shell-pattern';
import { calicoLinks } from './systemd-networkd/calico-links';
import { matchesLink } from './systemd-networkd/match-section';
import { ruleCommandOf } from './systemd/rule-commands';
import { environmentFilesOf, serviceEnvironment } from './systemd/service-environment';
import { startCommands } from './systemd/service-lines';
import { unitOfControlGroups } from './systemd/unit-of-control-group';

const tunnel = calicoDevices.tunl0[0]!;
const groupsOf = (text: string) => {
  const result = parseNetworkManagerConf(text);
  return result.status === 'parsed' ? result.value : [];
};
const assignmentsOf = (text: string) => {
  const result = parseSystemdNetwork(text);
  return result.status === 'parsed' ? result.value : [];
};
const numbered = (size: number, text: (index: number) => string): string =>
  Array.from({ length: size }, (_, index) => text(index)).join('');
const unmanaged = (key: string, size: number, tag = 'interface-name:') =>
  groupsOf(`[keyfile]\nunmanaged-devices${key}=${numbered(size, (index) => `${tag}eth${String(index)},`)}\n`);
const managed = (...files: readonly ReturnType<typeof groupsOf>[]) =>
  managedDecision(mergeConfiguration(files), noIfupdownInterfaces)(tunnel, false);
const udev = (rules: string): unknown =>
  isUnmanagedByUdev([{ rules: parseUdevRules(rules), knowsDriver: null }], tunnel);
const link = (text: string): unknown =>
  matchesLink(assignmentsOf(text), calicoLinks.tunl0[0]!, { kernelCommandLine: ['quiet'] });

const patterns: readonly (readonly [string, (size: number) => unknown])[] = [
  '[',
  '*',
  '?',
  ']',
  '[]',
  '[!',
  'a-',
  '[a',
  '[a]',
  'a*',
].flatMap((part) =>
  ['', '[', '*', '[a'].map(
    (beginning) =>
      [
        `the pattern ${beginning}${part}${part}…`,
        (size: number) => matchesShellPattern('cali0', beginning + part.repeat(size)),
      ] as const,
  ),
);

describe('the steps of programs', () => {
  it.each<readonly [string, (size: number) => unknown]>([
    ...patterns,
    ['a long name against one star', (size) => matchesShellPattern('a'.repeat(size), '*b')],
    [
      'patterns that are looked up',
      (size) => {
        const table = new PatternTable<number>();
        for (let index = 0; index < size; index += 1) table.add(`eth${String(index)}`, index);
        for (let index = 0; index < size; index += 1) table.first(`eth${String(index)}`);
      },
    ],
    ['devices that a second file adds', (size) => managed(unmanaged('', size), unmanaged('+', size, 'driver:'))],
    ['devices that a second file takes away', (size) => managed(unmanaged('', size), unmanaged('-', size, 'driver:'))],
    ['exceptions', (size) => managed(unmanaged('', size, 'except:interface-name:'))],
    [
      'sections of devices',
      (size) =>
        managed(groupsOf(numbered(size, (index) => `[device${String(index)}]\nmanaged=0\nmatch-device=eth0\n`))),
    ],
    [
      'keys of the own file',
      (size) =>
        applyInternalConfiguration(
          new Map(),
          groupsOf(`[main]\n${numbered(size, (index) => `.set.a${String(index)}=b\n`)}`),
        ),
    ],
    ['conditions', (size) => snippetTakesPart(groupsOf(`[.config]\nenable=${'nm-version-min:1.2,'.repeat(size)}\n`))],
    [
      'interfaces',
      (size) =>
        namesTakenByIfupdown(
          parseNetworkInterfaces(numbered(size, (index) => `iface eth${String(index)} inet dhcp\n`)),
        ),
    ],
    ['rules that jump, perhaps', (size) => udev('TEST=="a", GOTO="b", ENV{NM_UNMANAGED}=="1"\n'.repeat(size))],
    ['rules that wait for a label', (size) => udev(`KERNEL=="tunl0", GOTO="end"\n${'KERNEL=="a"\n'.repeat(size)}`)],
    ['patterns of a rule', (size) => udev(`KERNEL=="${'a|'.repeat(size)}", ENV{NM_UNMANAGED}="1"\n`)],
    ['open brackets in a rule', (size) => udev(`KERNEL=="${'['.repeat(size)}", ENV{NM_UNMANAGED}="1"\n`)],
    ['assignments of one key', (size) => link(`[Match]\n${'Name=a\n'.repeat(size)}`)],
    ['words of one key', (size) => link(`[Match]\nName=${'a* '.repeat(size)}\n`)],
    ['addresses', (size) => link(`[Match]\nMACAddress=${'ee:ee:ee:ee:ee:ee '.repeat(size)}\n`)],
    [
      'commands of a service',
      (size) =>
        startCommands(parseServiceSection(`[Service]\n${'ExecStart=/bin/a b\n'.repeat(size)}`)).map((command) =>
          ruleCommandOf(command),
        ),
    ],
    ['options of a shell', (size) => ruleCommandOf(['sh', `-${'c'.repeat(size)}!`, 'nft -f a'])],
    ['options of nft', (size) => ruleCommandOf(['nft', `-${'f'.repeat(size)}\n`])],
    ['options of iptables-restore', (size) => ruleCommandOf(['iptables-restore', `-${'t'.repeat(size)}!`])],
    ['wrappers', (size) => ruleCommandOf([...Array<string>(size).fill('env'), '/sbin/nft', '-f', 'a'])],
    ['commands of a script', (size) => ruleCommandOf(['sh', '-c', 'a b; '.repeat(size)])],
    [
      'environment',
      (size) =>
        serviceEnvironment(
          parseServiceSection(`[Service]\n${'Environment=A=b\nUnsetEnvironment=A\n'.repeat(size)}`),
          [],
        ),
    ],
    [
      'files of an environment',
      (size) => environmentFilesOf(parseServiceSection(`[Service]\n${'EnvironmentFile=-/a\n'.repeat(size)}`)),
    ],
    [
      'control groups',
      (size) => unitOfControlGroups([{ hierarchy: '', path: `/${'a.slice/'.repeat(size)}b.service` }]),
    ],
  ])('grow no faster than what they are given: %s', (_, call) => {
    expect(growthOf(call, 300)).toBeLessThan(linear);
  });
});
