import { diffLines } from 'diff';
import { stringify } from 'yaml';
import { readIgnition } from '../../../k8s/machine-config';
import type { MachineConfigResource } from '../../../k8s/machine-config';
import { asList, asRecord, asText } from '../../../k8s/untyped';

/** One line of a difference; `skipped` stands for lines that are the same on both sides. */
export type DifferenceLine =
  | { readonly kind: 'added' | 'removed' | 'same'; readonly text: string }
  | { readonly kind: 'skipped'; readonly lines: number };

/** Lines that are shown around a change. */
const context = 3;
/** Somebody else's object may be of any size; what is behind is not compared, and the page says so. */
const longestText = 100_000;
const longestMilliseconds = 1000;

export interface Difference {
  readonly lines: readonly DifferenceLine[];
  readonly added: number;
  readonly removed: number;
  /** Whether the objects are too long to compare all of them. */
  readonly isCut: boolean;
}

/** From what is on the cluster to what is proposed, as YAML with the files decoded. Loaded on demand, for its libraries. */
export function differenceOf(before: MachineConfigResource | undefined, after: MachineConfigResource): Difference {
  const [old, now] = [before === undefined ? '' : readableYaml(before), readableYaml(after)];
  const [cutOld, cutNow] = [old.slice(0, longestText), now.slice(0, longestText)];
  const changes = diffLines(cutOld, cutNow, { timeout: longestMilliseconds }) ?? [
    { value: cutOld, added: false, removed: true },
    { value: cutNow, added: true, removed: false },
  ];
  const lines = changes.flatMap(({ value, added, removed }) =>
    linesOf(value).map((text) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text }) as const),
  );
  return {
    lines: withoutDistant(lines),
    added: lines.filter(({ kind }) => kind === 'added').length,
    removed: lines.filter(({ kind }) => kind === 'removed').length,
    isCut: old.length > longestText || now.length > longestText,
  };
}

/** What a person decides by: not what the API server notes, and texts instead of data URLs. */
function readableYaml(object: MachineConfigResource): string {
  const { name, labels, annotations, ownerReferences } = object.metadata ?? {};
  const config = asRecord(asRecord(object.spec)['config']);
  const storage = asRecord(config['storage']);
  const texts = readIgnition(object).files;
  const files = asList(storage['files']).map(asRecord);
  const readable = files.map((file) => {
    const text = texts.get(asText(file['path']) ?? '');
    return text === undefined ? file : { ...file, contents: { ...asRecord(file['contents']), source: text } };
  });
  const spec = {
    ...object.spec,
    config: { ...config, ...(files.length > 0 && { storage: { ...storage, files: readable } }) },
  };
  return stringify(
    { metadata: { name, labels, annotations, ownerReferences }, spec },
    { lineWidth: 0, sortMapEntries: true, keepUndefined: false, blockQuote: 'literal' },
  );
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

type ComparedLine = Extract<DifferenceLine, { readonly text: string }>;

function withoutDistant(lines: readonly ComparedLine[]): DifferenceLine[] {
  const changed = lines.flatMap(({ kind }, index) => (kind === 'same' ? [] : [index]));
  const near = new Set<number>();
  for (const index of changed) for (let other = index - context; other <= index + context; other += 1) near.add(other);
  const shown: DifferenceLine[] = [];
  lines.forEach((line, index) => {
    const last = shown.at(-1);
    if (near.has(index)) shown.push(line);
    else if (last?.kind === 'skipped') shown[shown.length - 1] = { kind: 'skipped', lines: last.lines + 1 };
    else shown.push({ kind: 'skipped', lines: 1 });
  });
  return shown;
}
