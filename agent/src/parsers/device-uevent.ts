import type { Parsed } from './parsed';
import { parsed } from './parsed';
import { textLines } from './text-lines';

/**
 * `/sys/class/net/NAME/uevent` (the kernel's ABI/testing/sysfs-uevent): the kind of the network device, as `vxlan` or
 * `wireguard`; empty for those to which the kernel gives none, as Ethernet and veth.
 */
export function parseDeviceType(text: string): Parsed<string> {
  const lines = textLines(text);
  if (lines.status === 'malformed') return lines;
  const line = lines.value.find((candidate) => candidate.startsWith('DEVTYPE='));
  return parsed(line?.slice('DEVTYPE='.length) ?? '');
}
