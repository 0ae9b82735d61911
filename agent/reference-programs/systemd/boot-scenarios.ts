import { firewallUnits } from '@calico-readiness/requirements';
import { aliasScenarios } from './alias-scenarios';
import type { BootScenario } from './boot-scenario';
import { daemon, enabled, failing, file, forgetful, link, mask, oneshot, wanted, wants } from './boot-scenario';
import { changedSinceBootScenarios } from './changed-since-boot-scenarios';
import { dependencyScenarios } from './dependency-scenarios';
import type { GeneratedUnitTree } from './generated-unit-trees';
import { maskScenarios } from './mask-scenarios';

const everyKind = firewallUnits.map(
  (unit, index) => [unit, [daemon, oneshot, forgetful, failing][index % 4] ?? daemon] as const,
);

/** Written by hand: every way to be installed, enabled, masked or changed that the agent has a word for. */
export const bootScenarios: readonly BootScenario[] = [
  { name: 'nothing installed', tree: [] },
  { name: 'everything installed and nothing enabled', tree: everyKind.map(([unit, text]) => file(unit, text)) },
  {
    name: 'everything enabled, whether it stays, ends or fails',
    tree: everyKind.flatMap(([unit, text]) => enabled(unit, text)),
  },
  ...maskScenarios,
  ...dependencyScenarios,
  ...aliasScenarios,
  ...changedSinceBootScenarios,
  {
    name: 'units that a generator makes, enables and masks',
    tree: [
      file('ferm.service', daemon, 'run/systemd/generator.late'),
      link('run/systemd/generator.late/multi-user.target.wants/ferm.service', '../ferm.service'),
      file('firewalld.service', daemon),
      wants('firewalld.service', 'run/systemd/generator'),
      ...enabled('nftables.service', oneshot),
      mask('nftables.service', 'run/systemd/generator.early'),
      ...enabled('ufw.service', oneshot),
      mask('ufw.service', 'run/systemd/generator.late'),
    ],
  },
  {
    name: 'a unit file that cannot be started and is wanted',
    tree: enabled('firewalld.service', `[Service]\nType=simple\n${wanted}`),
  },
  {
    name: 'a unit whose condition does not hold',
    tree: enabled('firewalld.service', `[Unit]\nConditionPathExists=/nowhere\n${daemon}`),
  },
];

/**
 * The same tree with units that can be started, before sysinit.target as well, and without what makes a boot itself
 * fail: a target whose `.requires` names a masked unit.
 */
export const startableTree = (tree: GeneratedUnitTree): GeneratedUnitTree =>
  tree.map(({ path, content }) => ({
    path: path.replace('sysinit.target.requires', 'sysinit.target.wants'),
    content:
      typeof content === 'string' && content.startsWith('[')
        ? `[Unit]\nDefaultDependencies=no\n${content}[Service]\nType=oneshot\nRemainAfterExit=yes\nExecStart=/bin/true\n`
        : content,
  }));
