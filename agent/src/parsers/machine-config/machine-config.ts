import type { MachineConfigChange, Unrepresented } from './machine-config-change';
import { changedFiles, changedLinks } from './machine-config-files';
import { changedUnits } from './machine-config-units';
import type { Parsed } from '../parsed';
import { malformed, parsed, tooLarge } from '../parsed';
import { isList, isObject, textOf } from '../unknown-value';

/** Entries of one list; the largest rendered MachineConfigs have some hundred files. */
const mostEntries = 4096;

/**
 * What a MachineConfig of `machineconfiguration.openshift.io/v1` brings to a node, out of its YAML or JSON as a value: files,
 * links and units of its Ignition configuration (specification 2 and 3), and by name what no file shows.
 */
export function parseMachineConfig(document: unknown): Parsed<MachineConfigChange> {
  if (!isObject(document) || document['kind'] !== 'MachineConfig') return malformed('is no MachineConfig');
  const metadata = objectOf(document['metadata']);
  const spec = objectOf(document['spec']);
  const config = objectOf(spec['config']);
  const storage = objectOf(config['storage']);
  const systemd = objectOf(config['systemd']);
  const lists = {
    'spec.config.storage.files': storage['files'],
    'spec.config.storage.links': storage['links'],
    'spec.config.systemd.units': systemd['units'],
    'spec.kernelArguments': spec['kernelArguments'],
    'spec.extensions': spec['extensions'],
  };
  const [other] = Object.entries(lists).filter(([, list]) => list !== undefined && list !== null && !isList(list));
  if (other !== undefined) return malformed(`has something else than a list in ${other[0]}`);
  if (Object.values(lists).some((list) => isList(list) && list.length > mostEntries))
    return tooLarge(`more than ${String(mostEntries)} entries in a list`);
  const files = changedFiles(listOf(storage['files']));
  if (files.status === 'malformed') return files;
  const links = changedLinks(listOf(storage['links']));
  if (links.status === 'malformed') return links;
  const units = changedUnits(listOf(systemd['units']));
  if (units.status === 'malformed') return units;
  return parsed({
    name: textOf(metadata['name']) ?? '',
    files: files.value.files,
    links: links.value.links,
    units: units.value,
    unrepresented: [...files.value.unrepresented, ...links.value.unrepresented, ...beyondFiles(spec, storage)],
  });
}

/** What a MachineConfig changes that is no file of the node. */
function beyondFiles(
  spec: Readonly<Record<string, unknown>>,
  storage: Readonly<Record<string, unknown>>,
): readonly Unrepresented[] {
  const named = (kind: 'kernelArgument' | 'extension', list: unknown): readonly Unrepresented[] =>
    listOf(list).flatMap((item) => {
      const name = textOf(item);
      return name === undefined || name === '' ? [] : [{ kind, name }];
    });
  const kernelType = textOf(spec['kernelType']) ?? '';
  const image = textOf(spec['osImageURL']) ?? textOf(spec['baseOSExtensionsContainerImage']) ?? '';
  const disks = ['disks', 'filesystems', 'luks', 'raid', 'directories'].filter(
    (key) => listOf(storage[key]).length > 0,
  );
  return [
    ...named('kernelArgument', spec['kernelArguments']),
    ...named('extension', spec['extensions']),
    ...(kernelType === '' || kernelType === 'default' ? [] : [{ kind: 'kernelType', name: kernelType } as const]),
    ...(image === '' ? [] : [{ kind: 'image', name: image } as const]),
    ...disks.map((key) => ({ kind: 'other', name: `storage.${key}` }) as const),
    ...(spec['fips'] === true ? [{ kind: 'other', name: 'fips' } as const] : []),
  ];
}

const objectOf = (value: unknown): Readonly<Record<string, unknown>> => (isObject(value) ? value : {});
const listOf = (value: unknown): readonly unknown[] => (isList(value) ? value : []);
