import { doing, forEach, rules } from './guest-module-rules';
import type { ModuleCase } from './guest-module-script';

const links = ['type veth', 'type ipip', 'type vxlan', 'type wireguard', 'clsact'];

/** Rules for the modules of network interfaces and of what Calico attaches to them. */
export const linkCases: readonly ModuleCase[] = [
  { files: rules(...forEach('blacklist', 'veth ipip vxlan wireguard sch_ingress')), deeds: doing(...links) },
  {
    files: rules(...forEach('install', 'veth ipip vxlan wireguard sch_ingress', ' /bin/false')),
    deeds: doing(...links),
  },
  {
    files: rules(
      ...forEach(
        'alias',
        'rtnl-link-veth rtnl-link-ipip netdev-tunl0 rtnl-link-vxlan rtnl-link-wireguard sch_clsact',
        ' off',
      ),
    ),
    deeds: doing(...links),
  },
  {
    files: rules(...forEach('alias', 'ipip vxlan wireguard', ' off')),
    deeds: doing('type ipip', 'type vxlan', 'type wireguard'),
  },
  {
    files: rules(...forEach('install', 'rtnl-link-vxlan rtnl_link_ipip', ' /bin/false')),
    deeds: doing('type ipip', 'type vxlan'),
  },
  {
    files: rules(...forEach('install', 'udp_tunnel tunnel4', ' /bin/false')),
    deeds: doing('type ipip', 'type vxlan', 'type wireguard'),
  },
  {
    files: rules(...forEach('blacklist', 'udp_tunnel ip_tunnel libcurve25519_generic')),
    deeds: doing('type ipip', 'type vxlan', 'type wireguard'),
  },
  { files: rules('install vxlan /bin/true', 'install ip?p /bin/false'), deeds: doing('type ipip', 'type vxlan') },
  { files: rules('blacklist vxlan\r', 'install ipip /bin/false\r'), deeds: doing('type ipip', 'type vxlan') },
  {
    files: rules('install vxlan /sbin/modprobe --ignore-install vxlan', 'install vxlan /bin/false', 'Blacklist ipip'),
    deeds: doing('type ipip', 'type vxlan'),
  },
  {
    files: rules(
      'install vxlan /bin/false',
      'softdep vxlan pre: dummy',
      'install ipip /bin/false',
      'softdep ipip pre: nothing-of-that-name',
    ),
    deeds: doing('type ipip', 'type vxlan'),
  },
  { files: rules('alias netdev-tunl0 off'), deeds: doing('ip tunnel add tunl0') },
  { files: rules('blacklist ipip'), deeds: doing('ip tunnel add tunl0') },
  { files: rules('blacklist vxlan'), before: 'modprobe vxlan', deeds: doing('type vxlan') },
];
