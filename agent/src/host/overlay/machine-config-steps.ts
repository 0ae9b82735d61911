import { gunzipSync } from 'node:zlib';
import type {
  CarriedBytes,
  ChangedFile,
  ChangedUnit,
  MachineConfigChange,
} from '../../parsers/machine-config/machine-config-change';
import type { LaidChange, RefusedChange } from './laid-change';
import { administratorUnits, maskOf } from './laid-change';

/** Bytes of one file out of its compressed form; a MachineConfig itself is smaller than 1.5 MB, for etcd's sake. */
const largestFile = 4 * 1024 * 1024;

/** What a MachineConfig does to a host, and what of it cannot be shown. */
export interface MachineConfigSteps {
  readonly steps: readonly LaidChange[];
  readonly refused: readonly RefusedChange[];
}

/** The steps in the order of the Machine Config daemon: files and links, units and their drop-ins, then what is enabled and disabled. */
export function machineConfigSteps({ files, links, units }: MachineConfigChange): MachineConfigSteps {
  const refused: RefusedChange[] = [];
  const steps: LaidChange[] = [];
  for (const file of files) {
    const ofFile = stepsOfFile(file);
    if (ofFile === undefined) refused.push({ what: `/${file.path}`, why: 'holds more than 4 MiB or is no gzip' });
    else steps.push(...ofFile);
  }
  for (const { path, target } of links) steps.push({ kind: 'link', path, target });
  for (const unit of units) steps.push(...stepsOfUnit(unit));
  for (const { name, enabled } of units) if (enabled === false) steps.push({ kind: 'disable', unit: name });
  // What is masked cannot be enabled.
  for (const { name, enabled, mask } of units)
    if (enabled === true && mask !== true) steps.push({ kind: 'enable', unit: name });
  return { steps, refused };
}

function stepsOfFile({ path, contents, append, executable }: ChangedFile): readonly LaidChange[] | undefined {
  const steps: LaidChange[] = [];
  if (contents !== undefined) {
    const bytes = unpacked(contents);
    if (bytes === undefined) return undefined;
    steps.push({ kind: 'file', path, content: { bytes }, executable });
  }
  for (const part of append) {
    const bytes = unpacked(part);
    if (bytes === undefined) return undefined;
    steps.push({ kind: 'append', path, bytes });
  }
  return steps;
}

function stepsOfUnit({ name, mask, contents, dropIns }: ChangedUnit): readonly LaidChange[] {
  const file = (path: string, text: string): LaidChange => ({
    kind: 'file',
    path,
    content: { bytes: Buffer.from(text, 'utf8') },
    executable: false,
  });
  return [
    ...dropIns.map((dropIn) => file(`${administratorUnits}/${name}.d/${dropIn.name}`, dropIn.contents)),
    ...(mask === false ? [{ kind: 'unmask', unit: name } as const] : []),
    ...(mask === true
      ? [maskOf(name)]
      : contents === undefined
        ? []
        : [file(`${administratorUnits}/${name}`, contents)]),
  ];
}

function unpacked({ bytes, isCompressed }: CarriedBytes): Uint8Array | undefined {
  if (!isCompressed) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: largestFile });
  } catch {
    return undefined;
  }
}
