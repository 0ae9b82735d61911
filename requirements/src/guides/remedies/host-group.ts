import type { AffectedNode } from '../affected-node';
import type { Guide } from '../guide';
import type { GuideSituation } from '../guide-situation';
import { guideSituation } from '../guide-situation';
import type { HostChange } from '../host-change';
import { isEmptyChange } from '../host-change';
import { changeOn } from '../node-changes';

/** Hosts that need the same change. */
export interface HostGroup {
  /** Names as Kubernetes accepts them, sorted; none where no host is known, and the change is an example. */
  readonly hosts: readonly string[];
  readonly change: HostChange;
}

/** The hosts of a guide that are changed by a playbook or a script, by what they need. */
export interface HostGroups {
  readonly groups: readonly HostGroup[];
  /** Affected hosts that are left out: beyond `mostHosts`, or with a name that Kubernetes would not accept. */
  readonly leftOut: number;
}

/** Of a playbook or a script; about 100 KB of names. */
export const mostHosts = 2000;

/** RFC 1123, as names of Nodes are. Nothing else gets into a file that a program reads. */
const hostName = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/;

/** What a guide wants on hosts that no MachineConfig reaches, whatever system they have. */
const changeOfHosts = (guide: Guide, situation: GuideSituation): HostChange => changeOn(guide, 'other', situation);

/**
 * The affected hosts, each with what it needs itself: what one host lacks must not get to another one, where a module
 * of that name may not be on the disk. Hosts that need nothing of a file or a unit are left out without being counted.
 */
export function hostGroups(guide: Guide, nodes: readonly AffectedNode[]): HostGroups {
  const usable = nodes
    .filter(({ name }) => hostName.test(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .slice(0, mostHosts);
  const groups = new Map<string, { readonly hosts: string[]; readonly change: HostChange }>();
  for (const node of usable) {
    const change = changeOfHosts(guide, guideSituation([node]));
    if (isEmptyChange(change)) continue;
    const key = JSON.stringify(change);
    const group = groups.get(key) ?? { hosts: [], change };
    if (!group.hosts.includes(node.name)) group.hosts.push(node.name);
    groups.set(key, group);
  }
  return { groups: [...groups.values()], leftOut: nodes.length - usable.length };
}

/** The same while nobody knows which hosts are affected, or none is: the change of the guide's example, for no host. */
export function exampleGroups(guide: Guide, situation: GuideSituation): HostGroups {
  const change = changeOfHosts(guide, situation);
  return { groups: isEmptyChange(change) ? [] : [{ hosts: [], change }], leftOut: 0 };
}
