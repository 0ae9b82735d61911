import type { Parsed } from '../parsed';
import { malformed, parsed } from '../parsed';
import { textLines } from '../text-lines';

/** 224.0.0.1, all hosts, as little and as big processors print it. */
const allHosts = ['010000E0', 'E0000001'];

/**
 * `/proc/PID/net/igmp` (proc_pid_net(5)): the network devices of that namespace that are up. The kernel itself makes a device
 * join the group of all hosts when it was opened, and leave it when it is closed (ip_mc_up and ip_mc_down in net/ipv4/igmp.c).
 */
export function parseProcNetIgmp(text: string): Parsed<ReadonlySet<string>> {
  const lines = textLines(text);
  if (lines.status === 'malformed') return lines;
  const [head, ...rows] = lines.value;
  if (head === undefined || !/^Idx\s+Device\s+: Count/.test(head)) return malformed('has no header of a group table');
  const up = new Set<string>();
  let device: string | undefined;
  for (const row of rows) {
    const name = /^\d+\t([^\s/:]{1,15}) *: +\d+/.exec(row)?.[1];
    const group = /^\t+([0-9A-F]{8}) /.exec(row)?.[1];
    if (name !== undefined) device = name;
    else if (group === undefined || device === undefined) return malformed('a line is no row of a group table');
    else if (allHosts.includes(group)) up.add(device);
  }
  return parsed(up);
}
