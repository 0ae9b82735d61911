import type { NetworkAssignment } from '../../parsers/systemd-network';
import type { Answer } from '../three-valued';
import { allOf } from '../three-valued';
import type { Link } from './calico-links';
import { hardwareAddressMatches, isInterfaceName, listMatches } from './match-list';
import type { MatchWord } from './match-list';

/** What a host says to the conditions that do not look at the link. */
export interface HostConditions {
  /** The words of the kernel's command line; undefined when it could not be read. */
  readonly kernelCommandLine: readonly string[] | undefined;
}

/** The keys that list patterns, and what of a link they compare; no link of Calico's has a bus path or is wireless. */
const patternKeys: Readonly<Record<string, (link: Link) => readonly (string | undefined)[]>> = {
  Name: ({ name }) => [name],
  Type: ({ type }) => [type],
  Kind: ({ kind }) => [kind],
  Driver: ({ drivers }) => drivers,
  Path: () => [undefined],
  WLANInterfaceType: () => [undefined],
  SSID: () => [undefined],
};

const addressKeys: Readonly<Record<string, (link: Link) => string | undefined>> = {
  MACAddress: ({ address }) => address,
  PermanentMACAddress: () => undefined,
  BSSID: () => undefined,
};

/**
 * Whether the [Match] section, of a file with its drop-ins, takes the link: every key has to. Lists grow with every
 * assignment and conditions are replaced; an empty value starts anew. A section that says nothing matches nothing (since
 * systemd 243). Null for what hangs on a key that is not decided here: udev's properties, virtualization, the host's
 * name, version and the like, and keys of a later systemd.
 */
export function matchesLink(assignments: readonly NetworkAssignment[], link: Link, host: HostConditions): Answer {
  const answers = [...matchAssignments(assignments)].flatMap(([key, values]): Answer[] => {
    const candidates = patternKeys[key];
    if (candidates !== undefined) {
      const words = values.flatMap(wordsOf).filter(({ pattern }) => key !== 'Name' || isInterfaceName(pattern));
      return words.length === 0 ? [] : [agreed(candidates(link).map((text) => listMatches(words, text)))];
    }
    const address = addressKeys[key];
    if (address !== undefined)
      return [
        hardwareAddressMatches(
          values.flatMap((value) => value.split(/\s+/)),
          address(link),
        ),
      ];
    return [key === 'KernelCommandLine' ? onCommandLine(values.at(-1) ?? '', host.kernelCommandLine) : null];
  });
  return answers.length === 0 ? false : allOf(answers);
}

/** The values of each key that come after its last empty one; a key without any says nothing. */
function matchAssignments(assignments: readonly NetworkAssignment[]): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const { section, key, value } of assignments) {
    if (section !== 'Match') continue;
    const list = values.get(key) ?? [];
    if (value === '') values.delete(key);
    else if (list.push(value) === 1) values.set(key, list);
  }
  return values;
}

/** One `!` in front of the list inverts all of its words. */
function wordsOf(value: string): readonly MatchWord[] {
  const inverted = value.startsWith('!');
  const words = value
    .slice(inverted ? 1 : 0)
    .split(/\s+/)
    .filter((word) => word !== '');
  return words.map((pattern) => ({ pattern, inverted }));
}

/** A word with or without a value, inverted by `!` (systemd.unit(5), ConditionKernelCommandLine=). */
function onCommandLine(value: string, commandLine: HostConditions['kernelCommandLine']): Answer {
  if (commandLine === undefined) return null;
  const inverted = value.startsWith('!');
  const wanted = value.slice(inverted ? 1 : 0).trim();
  const found = commandLine.some((word) => word === wanted || (!wanted.includes('=') && word.startsWith(`${wanted}=`)));
  return found !== inverted;
}

const agreed = ([first = null, ...others]: readonly Answer[]): Answer =>
  others.every((answer) => answer === first) ? first : null;
