import type { Parsed } from '../parsed';
import { malformed, parsed } from '../parsed';
import { textLines } from '../text-lines';

/** A process's place in one hierarchy of control groups. */
export interface ControlGroup {
  /** Controllers of a version 1 hierarchy, or its name as `name=systemd`; empty for version 2. */
  readonly hierarchy: string;
  /** Relative to the root of the reader's cgroup namespace: what is not below it begins with `/..` (cgroup_namespaces(7)). */
  readonly path: string;
}

/** `/proc/PID/cgroup` (cgroups(7)): the control group of the process in each hierarchy. */
export function parseProcCgroup(text: string): Parsed<readonly ControlGroup[]> {
  const lines = textLines(text);
  if (lines.status === 'malformed') return lines;
  const groups: ControlGroup[] = [];
  for (const line of lines.value) {
    const [, hierarchy, path] = /^\d+:([^:]*):(\/.*)$/.exec(line) ?? [];
    if (hierarchy === undefined || path === undefined) return malformed('a line is no control group');
    groups.push({ hierarchy, path });
  }
  return parsed(groups);
}
