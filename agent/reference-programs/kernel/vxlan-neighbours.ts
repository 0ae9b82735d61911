import { runReferenceProgram } from '../reference-programs';

/** What somebody else has on the VXLAN port before Calico comes, and the kernel's word on Calico's device beside it. */
export interface Neighbour {
  readonly name: string;
  /** Lines of a shell in a network namespace that has only lo. */
  readonly made: readonly string[];
}

const up = (name: string, ...what: string[]): readonly string[] => [
  `ip link add ${name} type vxlan ${what.join(' ')} dstport 4789`,
  `ip link set ${name} up`,
];

export const neighbours: readonly Neighbour[] = [
  { name: 'nothing', made: [] },
  { name: 'a flow-based device by Open vSwitch’s name', made: up('vxlan_sys_4789', 'external') },
  { name: 'a flow-based device by Open vSwitch’s name, not up', made: up('vxlan_sys_4789', 'external').slice(0, 1) },
  { name: 'a flow-based device by another name', made: up('tunnel7', 'external') },
  { name: 'a plain device', made: up('tunnel7', 'id 42 local 127.0.0.1') },
  { name: 'a plain device for IPv6', made: up('tunnel7', 'id 42 local ::1') },
  {
    name: 'a plain device, and one of Open vSwitch’s that got nothing',
    made: [...up('tunnel7', 'id 42 local 127.0.0.1'), ...up('vxlan_sys_4789', 'external').slice(0, 1)],
  },
  {
    name: 'two plain devices, one for each family',
    made: [...up('tunnel7', 'id 42 local 127.0.0.1'), ...up('tunnel8', 'id 43 local ::1')],
  },
];

/** The files that the agent reads, in a namespace with the neighbour, and whether Calico's device then comes up. */
export function besideNeighbour(
  { made }: Neighbour,
  calico: 'plain' | 'flow-based',
): { readonly files: Readonly<Record<string, string>>; readonly works: boolean; readonly errors: string } {
  const device = calico === 'plain' ? 'id 4096 local 127.0.0.1 nolearning' : 'external';
  const lines = [
    'set -e',
    'mount -t sysfs none /sys',
    'ip link set lo up',
    ...made,
    `for file in /proc/net/tcp /proc/net/tcp6 /proc/net/udp /proc/net/udp6 /proc/net/dev /sys/class/net/*/uevent; do`,
    `  echo "@$file"; cat $file`,
    'done',
    `ip link add vxlan.calico type vxlan ${device} dstport 4789`,
    'ip link set vxlan.calico up',
  ];
  const { status, output, errors } = runReferenceProgram(
    'unshare',
    ['--net', '--mount', 'sh'],
    `${lines.join('\n')}\n`,
  );
  const parts = output.split(/^@\//m).slice(1);
  const files = parts.map((part): [string, string] => {
    const [path = '', ...text] = part.split('\n');
    return [path.replace(/^proc\/net/, 'proc/1/net'), text.join('\n')];
  });
  return { files: Object.fromEntries(files), works: status === 0, errors };
}
