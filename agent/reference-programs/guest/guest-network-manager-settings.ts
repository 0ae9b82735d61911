import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HostTree } from '../../test/temporary-host';

const snippet = (name: string): string => `etc/NetworkManager/conf.d/${name}.conf`;
/** A snippet of the name that documents give it, and one that is read after it. */
export const calico = (...lines: readonly string[]): HostTree => ({
  [snippet('calico')]: lines.map((line) => `${line}\n`).join(''),
});
export const later = (...lines: readonly string[]): HostTree => ({
  [snippet('zz')]: lines.map((line) => `${line}\n`).join(''),
});

/** Calico's interfaces as a list of matches. */
export const tunnels =
  'interface-name:tunl*;interface-name:vxlan.calico;interface-name:vxlan-v6.calico;interface-name:wireguard.cali;interface-name:wg-v6.cali';
export const every = `interface-name:cali*;${tunnels}`;
/** What Calico's documentation asks for. */
export const documented = calico('[keyfile]', `unmanaged-devices=${every}`);

/** What OpenShift writes on every node. */
export const openShift: HostTree = {
  [snippet('sdn')]: readFileSync(
    join(import.meta.dirname, '../../fixtures/hosts/rhcos-4.20/root', snippet('sdn')),
    'utf8',
  ),
};

const udev = '85-nm-unmanaged.rules';
/** A file of the same name in /etc takes the place of NetworkManager's own rules. */
export const withoutRule: HostTree = { [`etc/udev/rules.d/${udev}`]: { linkTo: '/dev/null' } };
/** A file of rules for udev. */
export const rule = (name: string, ...lines: readonly string[]): HostTree => ({
  [`etc/udev/rules.d/${name}.rules`]: lines.map((line) => `${line}\n`).join(''),
});

/** A case in one line: what is asked, the files, and whether the devices are made while the daemon runs. */
export type Row = readonly [name: string, files: HostTree, devices?: 'after'];
