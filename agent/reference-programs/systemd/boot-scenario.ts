import type { FirewallUnit } from '@calico-readiness/requirements';
import type { GeneratedUnitTree } from './generated-unit-trees';

/** A tree to boot, and what a shell does after the boot, with `$S` as systemctl. */
export interface BootScenario {
  readonly name: string;
  readonly tree: GeneratedUnitTree;
  readonly steps?: string;
}

type Entry = GeneratedUnitTree[number];

/** Directories of unit files. */
export const vendor = 'usr/lib/systemd/system';
export const administrator = 'etc/systemd/system';
export const runtime = 'run/systemd/system';

/** What makes a unit one that a boot can want. */
export const wanted = '[Install]\nWantedBy=multi-user.target\n';
/** As firewalld. */
export const daemon = `[Service]\nExecStart=/bin/sleep infinity\n${wanted}`;
/** As nftables, ufw and netfilter-persistent. */
export const oneshot = `[Unit]\nDefaultDependencies=no\n[Service]\nType=oneshot\nRemainAfterExit=yes\nExecStart=/bin/true\n${wanted}`;
/** Units that do not stay active. */
export const forgetful = `[Service]\nType=oneshot\nExecStart=/bin/true\n${wanted}`;
export const failing = `[Service]\nExecStart=/bin/false\n${wanted}`;
/** Units that stay on the way. */
export const slowToStart = '[Service]\nType=oneshot\nExecStart=/bin/sleep infinity\n';
export const slowToStop = '[Service]\nExecStart=/bin/sleep infinity\nExecStop=/bin/sleep infinity\n';
export const slowToReload = '[Service]\nExecStart=/bin/sleep infinity\nExecReload=/bin/sleep infinity\n';

/** A unit file; a link; the link that enables a unit; one that masks it; and a unit file that is enabled. */
export const file = (unit: string, content: string, directory = vendor): Entry => ({
  path: `${directory}/${unit}`,
  content,
});
export const link = (path: string, linkTo: string): Entry => ({ path, content: { linkTo } });
export const wants = (unit: string, directory = administrator, target = 'multi-user.target.wants'): Entry =>
  link(`${directory}/${target}/${unit}`, `/${vendor}/${unit}`);
export const mask = (unit: string, directory = administrator): Entry => link(`${directory}/${unit}`, '/dev/null');
export const enabled = (unit: FirewallUnit, text = daemon): Entry[] => [file(unit, text), wants(unit)];
