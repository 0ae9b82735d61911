import type { CalicoIpv6Device, Ipv6Devices } from '../../model/ipv6-devices';
import { msg } from '../../model/message';
import type { ProfileValues } from '../../model/profile-values';
import type { Judgement } from '../../model/requirement';
import { defineRequirement } from '../../model/requirement';
import { withIpv6InCluster } from '../applicability';
import { documentation } from '../documentation';
import { beyond } from '../quotes';

const switchOn = msg(
  'Remove what sets net.ipv6.conf.all.disable_ipv6 or net.ipv6.conf.default.disable_ipv6 to 1 from sysctl.d, and restart the node.',
);

/**
 * The document speaks only of modules where it names IPv6. calico-node ends when it finds no IPv6 address on the node
 * (node/pkg/lifecycle/startup/startup.go), and Felix does not switch IPv6 on for the devices that it makes; only the CNI
 * plugin does, for the pods' (cni-plugin/pkg/dataplane/linux/dataplane_linux.go). Alike in v3.25.2 and v3.32.1.
 */
export const ipv6Available = defineRequirement({
  id: 'ipv6-available',
  chapter: 'node',
  scope: 'host',
  level: 'required',
  origin: beyond(
    msg(
      'calico-node does not start when it has to find an IPv6 address on a node without IPv6, and Felix cannot give its tunnels one.',
    ),
  ),
  title: msg('IPv6 is available on the node'),
  failureTitle: msg('IPv6 is not available on the node'),
  shortTitle: msg('IPv6'),
  rationale: msg('Pods get IPv6 addresses, and their traffic between nodes travels in IPv6 packets.'),
  needed: msg('IPv6 in the kernel, and not switched off on the network devices'),
  remedy: msg('Boot without ipv6.disable=1, with a kernel that has IPv6.'),
  guide: 'operating-system',
  links: documentation.ipv6,
  verifyCommand: 'sysctl -a --pattern "net.ipv6.conf.*disable_ipv6"',
  reasons: {
    Ipv6Available: { title: msg('IPv6 is available') },
    Ipv6NotInKernel: { title: msg('The running kernel has no IPv6, or it is off by ipv6.disable=1') },
    Ipv6OffOnEveryDevice: {
      title: msg('IPv6 is switched off on every network device that can have the address of the node'),
      remedy: switchOn,
    },
    Ipv6OffOnTunnels: {
      title: msg('IPv6 is switched off on the devices that carry IPv6 between nodes'),
      remedy: switchOn,
    },
    Ipv6OffByDefault: {
      title: msg('IPv6 is switched off on network devices that are made from now on'),
      remedy: switchOn,
    },
    Ipv6Undecided: {
      title: msg('Cannot determine whether IPv6 is switched off on the network devices'),
      remedy: msg("Run the agent in the host's network namespace, or look at disable_ipv6 of each network device."),
    },
  },
  appliesTo: withIpv6InCluster,
  needs: ['ipv6Enabled'],
  consults: ['ipv6Devices'],
  evaluate: ({ ipv6Enabled }, { profile, facts: { ipv6Devices } }) => {
    if (!ipv6Enabled) return { outcome: 'unmet', reason: 'Ipv6NotInKernel', observed: 'no IPv6 in the running kernel' };
    return ipv6Devices.status === 'unavailable'
      ? {
          outcome: 'undetermined',
          reason: 'Ipv6Undecided',
          observed: `disable_ipv6: ${ipv6Devices.detail ?? ipv6Devices.reason}`,
        }
      : judgeDevices(ipv6Devices.value, profile);
  },
});

function judgeDevices(devices: Ipv6Devices, profile: ProfileValues): Judgement {
  const { offByDefault, uplinks } = devices;
  if (uplinks === 'off')
    return { outcome: 'unmet', reason: 'Ipv6OffOnEveryDevice', observed: 'disable_ipv6: 1 on every network device' };
  const off = tunnelsOf(profile).filter((name) => devices.calicoOff[name] ?? offByDefault);
  if (off.length > 0) return { outcome: 'unmet', reason: 'Ipv6OffOnTunnels', observed: describeTunnels(off, devices) };
  const observed = `disable_ipv6: default ${offByDefault ? 1 : 0}`;
  if (uplinks === 'none')
    return { outcome: 'undetermined', reason: 'Ipv6Undecided', observed: `${observed}; no network device seen` };
  return offByDefault
    ? { outcome: 'caution', reason: 'Ipv6OffByDefault', observed }
    : { outcome: 'met', reason: 'Ipv6Available', observed };
}

/** The devices of Felix that carry IPv6 between nodes under a profile. */
const tunnelsOf = ({ encapsulation, wireguard }: ProfileValues): readonly CalicoIpv6Device[] => [
  ...(encapsulation.includes('VXLAN') ? (['vxlan-v6.calico'] as const) : []),
  ...(wireguard ? (['wg-v6.cali'] as const) : []),
];

/** What decides is the device's own value where it is there, and `default` where Felix will make it. */
function describeTunnels(off: readonly CalicoIpv6Device[], { calicoOff }: Ipv6Devices): string {
  const there = off.filter((name) => calicoOff[name] !== undefined).map((name) => `${name} 1`);
  const toCome = off.filter((name) => calicoOff[name] === undefined);
  const values = [...there, ...(toCome.length > 0 ? ['default 1'] : [])].join(', ');
  return `disable_ipv6: ${values}${toCome.length > 0 ? `; not there yet: ${toCome.join(', ')}` : ''}`;
}
