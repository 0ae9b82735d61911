import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importFaults } from './import-faults';
import { readImports } from './import-graph';
import type { Room } from './room';
import { rooms } from './rooms';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'rooms-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const write = (files: Readonly<Record<string, string>>): void => {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
};
/** What is wrong with a repository that holds these files. */
const faultsOf = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> => {
  write(files);
  return importFaults(
    await readImports(root, [...new Set(Object.keys(files).map((file) => file.split('/')[0] ?? ''))]),
    rooms,
  );
};
/** A file of a room that takes a type out of a file. */
const importing = (room: string, target: string): string =>
  `import type { Thing } from '${path
    .relative(room, target)
    .replace(/^(?!\.)/, './')
    .replace(/\.ts$/, '')}';\nexport type Own = Thing;\n`;
const thing = 'export interface Thing { readonly value: string }\n';
const mayImport = ({ folder, rooms: others }: Room, other: Room): boolean =>
  folder === other.folder || others.includes(other.folder);

describe('the repository layout', () => {
  it('exist', () => {
    expect(rooms.map(({ folder }) => folder).filter((folder) => !existsSync(folder))).toEqual([]);
  });

  it.each(rooms)('$folder imports only rooms that stand before it, so that there is no circle of rooms', (room) => {
    const before = rooms.slice(0, rooms.indexOf(room)).map(({ folder }) => folder);
    expect(room.rooms.filter((folder) => !before.includes(folder))).toEqual([]);
  });
});

describe('a file that imports', () => {
  it('from any room that its own may not is a fault, and from no other', async () => {
    const targets = Object.fromEntries(rooms.map(({ folder }) => [`${folder}/target.ts`, thing]));
    const offenders = rooms.flatMap((room) =>
      rooms.map((other, index) => ({
        file: `${room.folder}/offender-${String(index)}.ts`,
        target: `${other.folder}/target.ts`,
        text: importing(room.folder, `${other.folder}/target.ts`),
        isFault: !mayImport(room, other),
      })),
    );

    const faults = await faultsOf({
      ...targets,
      ...Object.fromEntries(offenders.map(({ file, text }) => [file, text])),
    });

    const named = faults.map((fault) => fault.split(':')[0]);
    expect(named).toEqual(
      offenders
        .filter(({ isFault }) => isFault)
        .map(({ file, target }) => `${file} imports ${target}`)
        .sort(),
    );
    expect(named.length).toBeGreaterThan(500);
    // Thousands of files are written and read, on a machine that may be busy.
  }, 120_000);

  it.each([
    ['requirements/src/model', "import { parse } from 'yaml';", 'the package yaml'],
    ['requirements/src/guides', "import type { Document } from 'yaml';", 'the package yaml'],
    ['requirements/src/derived', "import { readFileSync } from 'node:fs';", 'the package node'],
    ['agent/src/parsers', "import { readFileSync } from 'fs';", 'the package node'],
    ['agent/src/probes', "import { V1Node } from '@kubernetes/client-node';", 'the package @kubernetes/client-node'],
    [
      'src/hooks',
      "import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';",
      'the package @openshift-console',
    ],
    ['src/pages/nodes', "import { Link } from 'react-router-dom-v5-compat';", 'the package react-router-dom-v5-compat'],
    ['integration-tests', "import { msg } from '@calico-readiness/requirements';", 'requirements/src/index.ts'],
    ['requirements/src/model', "import type { A } from '@calico-readiness/agent';", 'agent/src/index.ts'],
  ])('in %s %s is a fault', async (folder, line, named) => {
    const faults = await faultsOf({ [`${folder}/offender.ts`]: `${line}\n` });
    expect(faults).toEqual([expect.stringContaining(`${folder}/offender.ts imports ${named}`)]);
  });

  it('in a circle is a fault, through types too', async () => {
    const faults = await faultsOf({
      'src/fleet/one.ts': "import type { Two } from './two';\nexport interface One { readonly two?: Two }\n",
      'src/fleet/two.ts': "import type { One } from './one';\nexport interface Two { readonly one?: One }\n",
    });
    expect(faults).toEqual(['src/fleet/one.ts is part of a circle: src/fleet/one.ts, src/fleet/two.ts']);
  });

  it('from a rig of the tests is a fault where it ships, and none in a test', async () => {
    const text = importing('agent/src/host', 'agent/test/target.ts');
    const faults = await faultsOf({
      'agent/test/target.ts': thing,
      'agent/src/host/offender.ts': text,
      'agent/src/host/fine.spec.ts': text,
    });
    expect(faults).toEqual([
      expect.stringMatching(/^agent\/src\/host\/offender\.ts imports agent\/test\/target\.ts: /),
    ]);
  });

  it('outside every room is a fault', async () => {
    const faults = await faultsOf({ 'src/lost.ts': importing('src', 'src/k8s/target.ts'), 'src/k8s/target.ts': thing });
    expect(faults).toEqual(['src/lost.ts is in no room: add its folder to scripts/test/imports']);
  });
});
