import { parseInstallSection } from '../../parsers/install-section';
import { kind, list, readLink } from '../host-operations';
import { readText } from '../read-file';
import type { RootedFileSystem } from '../rooted-file-system';
import { administratorUnits } from './laid-change';
import type { Layers } from './layers';

/** Where unit files that stay are looked for, highest priority first (systemd.unit(5), "UNIT FILE LOAD PATH"). */
const unitDirectories = [
  administratorUnits,
  'usr/local/lib/systemd/system',
  'usr/lib/systemd/system',
  'lib/systemd/system',
] as const;

/** Bytes; a genuine unit file has some hundred. */
const largestUnit = 256 * 1024;

/** Units that one enables along with itself (`Also=`), and theirs. */
const mostUnits = 64;

const linkedFrom = /^[A-Za-z0-9:_.\\@-]{1,240}$/;

/** Makes the links of the [Install] section (systemctl(1), enable), and those of the units in `Also=`. Undefined when it is done, else why it cannot be. */
export function enableUnit(layers: Layers, unit: string): string | undefined {
  const units = new Set([unit]);
  for (const name of units) {
    const found = findUnit(layers.host(), name);
    if (found === undefined) {
      if (name === unit) return 'is no unit of the host that can be enabled';
      continue;
    }
    const { wantedBy, requiredBy, upheldBy, aliases, also } = parseInstallSection(found.text);
    for (const other of also) if (units.size < mostUnits) units.add(other);
    const link = (path: string): void => {
      layers.put(path, { type: 'symbolic-link', target: `/${found.path}` });
    };
    const suffixes = { wants: wantedBy, requires: requiredBy, upholds: upheldBy };
    for (const [suffix, targets] of Object.entries(suffixes)) {
      for (const target of targets.filter((each) => linkedFrom.test(each)))
        link(`${administratorUnits}/${target}.${suffix}/${name}`);
    }
    for (const alias of aliases.filter((each) => linkedFrom.test(each))) {
      if (alias !== name) link(`${administratorUnits}/${alias}`);
    }
  }
  return undefined;
}

/** Takes the administrator's links to the unit away (systemctl(1), disable): those that pull it in, and its aliases. */
export function disableUnit(layers: Layers, unit: string): string | undefined {
  const host = layers.host();
  const names = list(host, administratorUnits);
  if (names.status === 'unavailable')
    return names.reason === 'not-found' ? undefined : `cannot be looked at: ${names.reason}`;
  for (const name of names.value) {
    const path = `${administratorUnits}/${name}`;
    if (/\.(?:wants|requires|upholds)$/.test(name)) {
      const links = list(host, path);
      if (links.status === 'observed' && links.value.includes(unit)) layers.put(`${path}/${unit}`, { type: 'gone' });
    } else {
      const target = readLink(host, path);
      if (name === unit) {
        if (target.status === 'observed' && target.value !== '/dev/null') return 'is a link to another unit';
        continue;
      }
      if (target.status !== 'observed' || target.value.split('/').at(-1) !== unit) continue;
      // systemctl takes such a link away or leaves it, depending on what else is there; then another unit shows or not.
      if (hasUnitBelow(host, name)) return `has the alias ${name}, which is the name of another unit`;
      layers.put(path, { type: 'gone' });
    }
  }
  return undefined;
}

/** Whether a unit file shows once the administrator's link of its name is gone. */
const hasUnitBelow = (host: RootedFileSystem, name: string): boolean =>
  unitDirectories.some((directory) => {
    if (directory === administratorUnits) return false;
    const there = kind(host, `${directory}/${name}`);
    return there.status === 'unavailable' || there.value !== 'absent';
  });

/** The unit file with its drop-ins, which may say where it is linked, too; none for one that is masked. */
function findUnit(host: RootedFileSystem, name: string): { readonly path: string; readonly text: string } | undefined {
  const template = name.replace(/@[^.]+(?=\.)/, '@');
  for (const file of template === name ? [name] : [name, template]) {
    for (const directory of unitDirectories) {
      const path = `${directory}/${file}`;
      const there = kind(host, path);
      if (there.status === 'observed' && there.value === 'absent') continue;
      const text = readText(host, path, largestUnit);
      if (text.status === 'unavailable' || text.value === '') return undefined;
      return { path, text: [text.value, ...dropInsOf(host, file)].join('\n') };
    }
  }
  return undefined;
}

function dropInsOf(host: RootedFileSystem, file: string): readonly string[] {
  const paths = new Map<string, string>();
  for (const directory of unitDirectories) {
    const names = list(host, `${directory}/${file}.d`);
    for (const name of names.status === 'observed' ? names.value : [])
      if (name.endsWith('.conf') && !paths.has(name)) paths.set(name, `${directory}/${file}.d/${name}`);
  }
  return [...paths.values()].flatMap((path) => {
    const text = readText(host, path, largestUnit);
    return text.status === 'observed' ? [text.value] : [];
  });
}
