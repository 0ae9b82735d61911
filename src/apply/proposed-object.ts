import { dataUrl, machineConfigGuideLabel, textOfDataUrl } from '@calico-readiness/requirements';
import type { MachineConfigObject } from '@calico-readiness/requirements';
import type { MachineConfigResource } from '../k8s/machine-config';
import { readIgnition } from '../k8s/machine-config';
import { asList, asRecord, asText } from '../k8s/untyped';
import { adoptedAnnotation } from './ownership';

/** Where a file is a list of names, so that two wishes add up. */
const listFolder = '/etc/modules-load.d/';

type Entry = Readonly<Record<string, unknown>>;

/**
 * What is written for `wanted` where `existing` is there: everything that it has stays, and what the guide wants is
 * added or replaces the file or unit of its name. So nodes that were fixed do not lose their fix when the guide only
 * speaks of the others. The resource version goes along, so that the API refuses it after anybody else's change.
 */
export function proposedObject(
  wanted: MachineConfigObject,
  existing: MachineConfigResource | undefined,
): MachineConfigResource {
  if (existing === undefined) return wanted;
  // What the API server notes about fields is its own.
  const metadata = { ...existing.metadata };
  delete metadata.managedFields;
  const isForeign = metadata.labels?.[machineConfigGuideLabel] === undefined;
  return {
    apiVersion: wanted.apiVersion,
    kind: wanted.kind,
    metadata: {
      ...metadata,
      name: wanted.metadata.name,
      labels: { ...metadata.labels, ...wanted.metadata.labels },
      ...(isForeign && { annotations: { ...metadata.annotations, [adoptedAnnotation]: 'true' } }),
    },
    spec: mergedSpec(wanted, existing),
  };
}

function mergedSpec(wanted: MachineConfigObject, existing: MachineConfigResource): Record<string, unknown> {
  const spec = asRecord(existing.spec);
  const config = asRecord(spec['config']);
  const version = asText(asRecord(config['ignition'])['version']) ?? '';
  // What was written for an older Ignition has another form: nothing of it can stay beside ours.
  if (Object.keys(config).length > 0 && !version.startsWith('3.')) return { ...wanted.spec };
  const { storage, systemd, ignition } = wanted.spec.config;
  const files = merged(
    asList(asRecord(config['storage'])['files']),
    'path',
    entriesOf(storage?.files),
    keepListed(existing),
  );
  const units = merged(asList(asRecord(config['systemd'])['units']), 'name', entriesOf(systemd?.units));
  return {
    ...spec,
    config: {
      ignition,
      ...config,
      ...(files.length > 0 && { storage: { ...asRecord(config['storage']), files } }),
      ...(units.length > 0 && { systemd: { ...asRecord(config['systemd']), units } }),
    },
  };
}

const entriesOf = (list: readonly object[] | undefined): Entry[] => (list ?? []).map(asRecord);

/** The old entries in their order, with what is wanted of the same name put over them, and the new ones behind. */
function merged(
  old: readonly unknown[],
  key: string,
  wanted: readonly Entry[],
  adjust: (entry: Entry) => Entry = (entry) => entry,
): Entry[] {
  const entries = old.map(asRecord);
  const rest = wanted.filter((entry) => !entries.some((other) => other[key] === entry[key]));
  return [
    ...entries.map((entry) => {
      const wish = wanted.find((other) => other[key] === entry[key]);
      return wish === undefined ? entry : { ...entry, ...adjust(wish) };
    }),
    ...rest,
  ];
}

const keepListed =
  (existing: MachineConfigResource) =>
  (file: Entry): Entry => {
    const path = asText(file['path']) ?? '';
    const before = readIgnition(existing).files.get(path);
    const wish = textOfDataUrl(asText(asRecord(file['contents'])['source']) ?? '');
    if (!path.startsWith(listFolder) || before === undefined || wish === undefined) return file;
    const names = new Set(`${before}\n${wish}`.split('\n').filter((line) => line.trim() !== ''));
    return { ...file, contents: { source: dataUrl(`${[...names].sort().join('\n')}\n`) } };
  };

/** Whether the cluster has all of it: an update would bring nothing to any host. */
export function isApplied(wanted: MachineConfigObject, existing: MachineConfigResource): boolean {
  const now = readIgnition(existing);
  const then = readIgnition(proposedObject(wanted, existing));
  return (
    [...then.files].every(([path, text]) => now.files.has(path) && now.files.get(path) === text) &&
    [...then.masks].every(([unit, mask]) => now.masks.get(unit) === mask)
  );
}
