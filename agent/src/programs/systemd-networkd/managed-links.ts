import type { CalicoInterface, SystemdNetworkd } from '@calico-readiness/requirements';
import { calicoInterfaces } from '@calico-readiness/requirements';
import type { Answer } from '../three-valued';
import type { NetworkAssignment } from '../../parsers/systemd-network';
import type { Link } from './calico-links';
import { calicoLinks } from './calico-links';
import type { HostConditions } from './match-section';
import { matchesLink } from './match-section';

/** A `.network` file that takes part, with its drop-ins; its assignments are undefined when they could not be read. */
export interface NetworkFile {
  readonly path: string;
  readonly assignments: readonly NetworkAssignment[] | undefined;
}

/** Whether networkd configures a link, and the file that hands it over. */
export interface LinkDecision {
  readonly managed: Answer;
  readonly file?: string;
}

/**
 * What the first file whose [Match] section takes the link makes of it: configures it, unless `Unmanaged=` says no. A link that
 * no file takes is left alone (systemd-networkd.service(8)). Null where the files that may be the first one disagree.
 */
export function decideLink(files: readonly NetworkFile[], link: Link, host: HostConditions): LinkDecision {
  const outcomes = new Set<boolean>();
  const candidates: string[] = [];
  for (const { path, assignments } of files) {
    const matches = assignments === undefined ? null : matchesLink(assignments, link, host);
    if (matches === false) continue;
    candidates.push(path);
    for (const unmanaged of assignments === undefined ? [true, false] : [isUnmanaged(assignments)])
      outcomes.add(!unmanaged);
    if (matches === true) return decision(outcomes, candidates);
  }
  return decision(outcomes.add(false), candidates);
}

/** The file is named where only one may be the first. */
function decision(outcomes: ReadonlySet<boolean>, [file, ...others]: readonly string[]): LinkDecision {
  if (outcomes.size > 1) return { managed: null };
  if (!outcomes.has(true)) return { managed: false };
  return file !== undefined && others.length === 0 ? { managed: true, file } : { managed: true };
}

/** The last value that is a boolean counts. ActivationPolicy=manual keeps the link down or up and configures it all the same. */
function isUnmanaged(assignments: readonly NetworkAssignment[]): boolean {
  const values = assignments
    .filter(({ section, key }) => section === 'Link' && key === 'Unmanaged')
    .map(({ value }) => asBoolean(value));
  return values.filter((value) => value !== undefined).at(-1) ?? false;
}

function asBoolean(value: string): boolean | undefined {
  if (/^(?:1|yes|y|true|t|on)$/i.test(value)) return true;
  return /^(?:0|no|n|false|f|off)$/i.test(value) ? false : undefined;
}

/** What networkd makes of each of Calico's interfaces; `cali*` is managed as soon as one pod interface is. Undefined files: nothing is known. */
export function managedLinks(
  files: readonly NetworkFile[] | undefined,
  host: HostConditions,
): Required<Pick<SystemdNetworkd, 'manages'>> & Pick<SystemdNetworkd, 'files'> {
  const decisions = calicoInterfaces.map((name): readonly [CalicoInterface, LinkDecision] => [
    name,
    worst(name, files, host),
  ]);
  const deciding = decisions.flatMap(([name, { file }]) => (file === undefined ? [] : [[name, file] as const]));
  return {
    manages: Object.fromEntries(decisions.map(([name, { managed }]) => [name, managed])),
    ...(deciding.length > 0 && { files: Object.fromEntries(deciding) }),
  };
}

function worst(name: CalicoInterface, files: readonly NetworkFile[] | undefined, host: HostConditions): LinkDecision {
  if (files === undefined) return { managed: null };
  const decisions = calicoLinks[name].map((link) => decideLink(files, link, host));
  return (
    decisions.find(({ managed }) => managed === true) ??
    decisions.find(({ managed }) => managed === null) ?? { managed: false }
  );
}
