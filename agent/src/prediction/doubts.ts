import type { LaidChange } from '../host/overlay/laid-change';
import type { Unrepresented } from '../parsers/machine-config/machine-config-change';
import type { Change, LeftOut } from './change';
import {
  altered,
  byAnyArgument,
  byArgument,
  byPath,
  byUnknownContent,
  notLoaded,
  notOnDisk,
  ofKernel,
  ofUnits,
} from './doubt-tables';
import type { Altered } from './doubt-tables';
import type { DoubtedFacts } from './doubted-facts';

/** What of a change no file shows, and which facts are in doubt for it. `refused` are the steps that could not be done. */
export function doubtsOf(
  { steps, unrepresented }: Change,
  refused: readonly { readonly what: string; readonly why: string }[],
): { readonly doubts: readonly DoubtedFacts[]; readonly leftOut: readonly LeftOut[] } {
  const named = unrepresented.map((one) => ({ by: nameOf(one), ...alteredBy(one) }));
  const notDone = refused.map(({ what }) => ({ by: what, ...byContent(what.replace(/^\//, '')) }));
  const worked = steps.flatMap((step) =>
    'path' in step ? [{ by: `/${step.path}`, ...inTable(byPath, step.path) }] : [],
  );
  return {
    doubts: [...named, ...notDone, ...worked, ...steps.flatMap(loadingUnit)].filter(
      ({ facts, moduleStates }) => facts.length + moduleStates.length > 0,
    ),
    leftOut: [...named.map(({ by }) => ({ what: by, why: 'is not a file of the host' })), ...refused],
  };
}

const nameOf = ({ kind, name }: Unrepresented): string => {
  const words = {
    kernelArgument: 'kernel argument ',
    extension: 'extension ',
    kernelType: 'kernel type ',
    image: 'image ',
    path: '',
    other: '',
  } as const;
  return `${words[kind]}${name}`;
};

function alteredBy({ kind, name }: Unrepresented): Altered {
  switch (kind) {
    case 'kernelArgument':
      return byArgument.find(([pattern]) => pattern.test(name))?.[1] ?? byAnyArgument;
    case 'extension':
      return altered(['moduleLoading', ...(name === 'kernel-modules-extra' ? [] : ofUnits)], notOnDisk);
    case 'kernelType':
      return altered(ofKernel);
    case 'image':
      return altered([...ofKernel, ...ofUnits, 'operatingSystem']);
    case 'path':
      return byContent(name.replace(/^\//, ''));
    case 'other':
      return altered([]);
    default:
      return kind satisfies never;
  }
}

const inTable = (table: readonly (readonly [RegExp, Altered])[], path: string): Altered =>
  table.find(([pattern]) => pattern.test(path))?.[1] ?? altered([]);

/** A unit's own name stands for its file. */
const byContent = (path: string): Altered => (path.includes('/') ? inTable(byUnknownContent, path) : altered(ofUnits));

/** A unit of the change that loads modules itself: whether it can is known only to who runs it. */
function loadingUnit(step: LaidChange): readonly DoubtedFacts[] {
  if (step.kind !== 'file' || !('bytes' in step.content) || !step.path.startsWith('etc/systemd/system/')) return [];
  const text = Buffer.from(step.content.bytes).toString('latin1');
  return /\b(?:modprobe|insmod)\b/.test(text) ? [{ by: `/${step.path}`, facts: [], moduleStates: notLoaded }] : [];
}
