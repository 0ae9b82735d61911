import type { Grouping } from '../../model/traffic/flow';
import { groupings } from '../../model/traffic/flow';
import type { Ring } from '../plan/ring';
import type { Fault, FoundFault } from './fault';

type Path = Fault & { readonly kind: 'path' };

/**
 * Joins the paths of a group that is cut off from each other group, in a way or in both, into one fault: the group is
 * named, and not each of the others. Where there are two groups, a path names both already.
 */
export function isolatedGroups(ring: Ring, faults: readonly FoundFault[]): readonly FoundFault[] {
  let left = faults;
  const joined: FoundFault[] = [];
  for (const grouping of groupings) {
    const others = ring.groups[grouping].size - 1;
    if (others < 2) continue;
    for (const name of [...ring.groups[grouping].keys()]) {
      const [out, into] = [pathsOf(left, grouping, name, 'from'), pathsOf(left, grouping, name, 'to')];
      const way =
        out.length >= others ? (into.length >= others ? 'both' : 'out') : into.length >= others ? 'in' : undefined;
      if (way === undefined) continue;
      const gone = new Set([...(way === 'in' ? [] : out), ...(way === 'out' ? [] : into)]);
      left = left.filter((fault) => !gone.has(fault));
      const pairs = [...gone].reduce((sum, one) => sum + one.pairs, 0);
      joined.push({ fault: { kind: 'group', grouping, name, way }, pairs });
    }
  }
  return [...joined, ...left];
}

/** The paths between a group and others that begin, or end, with it. */
function pathsOf(faults: readonly FoundFault[], grouping: Grouping, name: string, side: 'from' | 'to'): FoundFault[] {
  const isOfGroup = (fault: Fault): fault is Path =>
    fault.kind === 'path' && fault.grouping === grouping && fault[side] === name && fault.from !== fault.to;
  return faults.filter(({ fault }) => isOfGroup(fault));
}
