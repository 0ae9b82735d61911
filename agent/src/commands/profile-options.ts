import type { ProfileValues } from '@calico-readiness/requirements';
import { calicoVersions, dataplanes, declareProfile, kubeProxyModes } from '@calico-readiness/requirements';
import type { Command } from 'commander';
import { Option } from 'commander';
import type { Declaration } from '../foundation/declared-profile';
import { booleanOf, calicoVersionOf, encapsulationOf, ipFamiliesOf, mtuOf, wordOf } from './option-values';

/** What commander makes of the profile's options; named like the profile's fields, except `profile` and `ipFamily`. */
export interface ProfileOptions extends Partial<Omit<ProfileValues, 'ipFamilies' | 'typha' | 'ports' | 'mtu'>> {
  readonly profile?: string;
  readonly ipFamily?: ProfileValues['ipFamilies'];
  readonly mtu?: number;
}

/** Adds the options that declare the cluster profile. */
export function addProfileOptions(command: Command): Command {
  const options = [
    new Option('--calico-version <version>', `Calico release to check for: ${calicoVersions.join(', ')}`).argParser(
      calicoVersionOf,
    ),
    new Option('--profile <file>', 'YAML or JSON file with the cluster profile; options override it'),
    new Option('--dataplane <name>', `${dataplanes.join(', ')}`).argParser(wordOf(dataplanes)),
    new Option('--encapsulation <list>', 'ipip, vxlan, "ipip,vxlan" or none').argParser(encapsulationOf),
    new Option('--bgp <boolean>', 'whether Calico networking uses BGP: true, false').argParser(booleanOf),
    new Option('--ip-family <family>', 'ipv4, ipv6, dual').argParser(ipFamiliesOf),
    new Option('--kube-proxy-mode <mode>', kubeProxyModes.join(', ')).argParser(wordOf(kubeProxyModes)),
    new Option('--wireguard [boolean]', 'whether WireGuard encryption is on').preset('true').argParser(booleanOf),
    new Option('--mtu <bytes>', 'MTU of pods and tunnels; the devices of the host decide it otherwise').argParser(
      mtuOf,
    ),
    new Option('--sctp [boolean]', 'whether workloads use SCTP').preset('true').argParser(booleanOf),
  ];
  for (const option of options) command.addOption(option);
  return command;
}

/** What options and file declare, and which ports the file writes down, for who puts it over what a cluster shows. Rejects with UsageError for a file that cannot be used. */
export async function declarationOf(options: ProfileOptions): Promise<Declaration> {
  const nothing = { values: {}, writtenPorts: {} };
  const { values: file, writtenPorts } =
    options.profile === undefined ? nothing : (await import('./profile-file')).readProfileFile(options.profile);
  const given = withoutUndefined({
    calicoVersion: options.calicoVersion,
    dataplane: options.dataplane,
    encapsulation: options.encapsulation,
    bgp: options.bgp,
    ipFamilies: options.ipFamily,
    kubeProxyMode: options.kubeProxyMode,
    wireguard: options.wireguard,
    sctp: options.sctp,
    mtu: options.mtu === undefined ? undefined : { pods: options.mtu },
  });
  // The defaults of the rest hang on what both declare.
  const fromFile = declareProfile({ ...file, ...given }, options.profile ?? '');
  const fromOptions = declareProfile(given, 'command line');
  const profile = { ...fromFile, ...Object.fromEntries(Object.entries(fromOptions).filter(([name]) => name in given)) };
  return { profile, writtenPorts };
}

function withoutUndefined(values: {
  readonly [Name in keyof ProfileValues]?: ProfileValues[Name] | undefined;
}): Partial<ProfileValues> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
