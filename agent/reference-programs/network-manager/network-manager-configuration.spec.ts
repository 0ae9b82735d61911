import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { createHostFiles } from '../../src/host/create-host-files';
import { bytesOfName } from '../../src/host/file-name';
import type { Configuration } from '../../src/programs/network-manager/merge-configuration';
import { isDeviceSection } from '../../src/programs/network-manager/merge-configuration';
import { possibleConfigurations } from '../../src/programs/network-manager/possible-configurations';
import { snippetTakesPart } from '../../src/programs/network-manager/snippet-condition';
import { splitMatchSpecs } from '../../src/parsers/match-spec';
import { readConfigurationFiles } from '../../src/probes/network-manager/configuration-files';
import type { Outcome } from '../reference-programs';
import { runReferenceProgram } from '../reference-programs';
import { writeConfiguration } from './generated-configuration';
import { generatedConfigurationArbitrary } from './generated-network-manager-files';

const directory = mkdtempSync(join(tmpdir(), 'calico-readiness-nm-'));

afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** The daemon has options for all directories but the run-time one, which it finds in a mount namespace. */
function printConfiguration(root: string): Outcome {
  const etc = `${root}/etc/NetworkManager`;
  const script = [
    'set -e',
    'mount -t tmpfs none /run',
    `cp -a ${root}/run/NetworkManager /run/`,
    `exec NetworkManager --print-config --config=${etc}/NetworkManager.conf --config-dir=${etc}/conf.d` +
      ` --system-config-dir=${root}/usr/lib/NetworkManager/conf.d --intern-config=${root}/var/lib/NetworkManager/NetworkManager-intern.conf`,
  ];
  return runReferenceProgram('unshare', ['--mount', 'sh'], `${script.join('\n')}\n`);
}

function parsePrinted(output: string): Configuration {
  const sections = new Map<string, Map<string, string>>();
  let current: Map<string, string> | undefined;
  for (const line of output.split('\n')) {
    const name = /^\[(.*)\]$/.exec(line)?.[1];
    if (name !== undefined) {
      current = sections.get(name) ?? new Map();
      sections.set(name, current);
    } else if (current !== undefined && line !== '' && !line.startsWith('#')) {
      const separator = line.indexOf('=');
      current.set(line.slice(0, separator), line.slice(separator + 1));
    }
  }
  return sections;
}

type View = readonly (readonly [section: string, values: Readonly<Record<string, string | readonly string[]>>])[];

/** What decides about devices: the list of the unmanaged ones, and the device sections in the order of their priority. */
function deciding(configuration: Configuration): View {
  const lists = new Set(['unmanaged-devices', 'match-device']);
  const keys = (section: string): readonly string[] =>
    section === 'keyfile'
      ? ['unmanaged-devices']
      : isDeviceSection(section)
        ? ['match-device', 'managed', 'stop-match']
        : [];
  return [...configuration].flatMap(([section, values]): View => {
    const held = keys(section).flatMap((key): (readonly [string, string | readonly string[]])[] => {
      const value = values.get(key);
      if (value === undefined || (section === 'keyfile' && splitMatchSpecs(value).length === 0)) return [];
      return [[key, lists.has(key) ? [...splitMatchSpecs(value)].sort() : value.trim()]];
    });
    return held.length > 0 ? [[section, Object.fromEntries(held)]] : [];
  });
}

/** The daemon prints device sections from the highest priority down, and where the others stand means nothing. */
const comparable = (view: View, highestFirst: boolean): View => {
  const named = view.filter(([section]) => section !== 'device' && section !== 'keyfile');
  return [
    ...view.filter(([section]) => section === 'keyfile'),
    ...view.filter(([section]) => section === 'device'),
    ...(highestFirst ? named : [...named].reverse()),
  ];
};

/** The configurations that we hold for possible, or the file for which we say that the daemon does not start. */
async function ourAnswer(root: string): Promise<readonly View[] | string> {
  const { files, internal } = await readConfigurationFiles(createHostFiles(root));
  const refused = files.find(({ status }) => status === 'refused');
  if (refused !== undefined) return refused.path;
  const snippets = files.flatMap((file) =>
    file.status === 'read'
      ? [{ groups: file.groups, takesPart: file.snippet ? snippetTakesPart(file.groups) : true }]
      : [],
  );
  const possible = possibleConfigurations(snippets, internal ?? []);
  return possible === undefined
    ? 'undecided'
    : possible.map((configuration) => comparable(deciding(configuration), false));
}

describe('NetworkManager --print-config', () => {
  const configurations = fc.sample(generatedConfigurationArbitrary, { seed: 20250303, numRuns: 240 });
  const parts = Array.from({ length: 8 }, (_unused, part) => part);
  const counts = { merged: 0, refused: 0, undecided: 0 };

  it.each(parts)('merges generated files as we do, part %i', async (part) => {
    for (const [index, files] of configurations.slice(part * 30, part * 30 + 30).entries()) {
      const root = join(directory, `host-${part}-${index}`);
      writeConfiguration(root, files);
      const { status, output, errors } = printConfiguration(root);
      const ours = await ourAnswer(root);
      const text = (): string =>
        JSON.stringify(
          Object.entries(files).map(([path, bytes]) => [path, Buffer.from(bytes).toString('latin1')]),
          undefined,
          1,
        );
      if (ours === 'undecided') {
        counts.undecided += 1;
      } else if (typeof ours === 'string') {
        const named = bytesOfName(ours.replace(/^run\//, '/run/')).toString('utf8');
        expect({ status, named: errors.includes(named) }, `${errors}\n${text()}`).toEqual({
          status: 7,
          named: true,
        });
        counts.refused += 1;
      } else {
        expect(status, `${errors}\n${text()}`).toBe(0);
        expect(ours, text()).toContainEqual(comparable(deciding(parsePrinted(output)), true));
        counts.merged += 1;
      }
      rmSync(root, { recursive: true });
    }
  });

  it('was asked about enough of both kinds', () => {
    expect(counts.merged).toBeGreaterThanOrEqual(150);
    expect(counts.refused).toBeGreaterThanOrEqual(10);
    expect(counts.merged + counts.refused).toBeGreaterThanOrEqual(200);
  });
});
