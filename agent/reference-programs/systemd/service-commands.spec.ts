import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { createHostFiles } from '../../src/host/create-host-files';
import { unquotedWords } from '../../src/parsers/exec-line';
import { parseServiceSection } from '../../src/parsers/systemd-service';
import { readServiceTexts } from '../../src/probes/services/service-files';
import { listUnitDirectories } from '../../src/probes/services/unit-listings';
import { serviceEnvironment } from '../../src/programs/systemd/service-environment';
import { startCommands } from '../../src/programs/systemd/service-lines';
import { runReferenceProgram } from '../reference-programs';
import type { GeneratedUnitTree } from './generated-unit-trees';
import { writeUnitTree } from './generated-unit-trees';

const directory = mkdtempSync(join(tmpdir(), 'calico-readiness-commands-'));

beforeAll(() => vi.stubEnv('SYSTEMD_LOG_LEVEL', 'debug'));

afterAll(() => vi.unstubAllEnvs());

afterAll(() => rmSync(directory, { recursive: true, force: true }));

const vendor = 'usr/lib/systemd/system';
const administrator = 'etc/systemd/system';
const unit = 'a-b@c.service';

/** Without these targets systemd-analyze cannot go on to print a unit. */
const targets: GeneratedUnitTree = ['sysinit', 'basic', 'shutdown'].map((name) => ({
  path: `${vendor}/${name}.target`,
  content: '[Unit]\nDescription=x\n',
}));

interface ServiceAnswer {
  readonly commands: readonly string[];
  readonly environment: readonly string[];
}

/** What systemd-analyze prints of a unit: its commands in the order in which they run, each word in quotes where it needs them. */
function saidBySystemd(root: string): ServiceAnswer | 'refused' {
  const { errors, output } = runReferenceProgram('systemd-analyze', [`--root=${root}`, '--man=no', 'verify', unit]);
  const text = `${output}\n${errors}`;
  const dump = new RegExp(`-> Unit ${unit}:\n([^]*?)(?=\n\t?-> Unit |$)`).exec(text)?.[1];
  if (dump === undefined) return 'refused';
  const lines = dump.split('\n').map((line) => line.trim());
  return { commands: commandsIn(lines), environment: valuesIn(lines, 'Environment: ') };
}

function commandsIn(lines: readonly string[]): readonly string[] {
  const byKey = new Map<string, string[]>();
  let key = '';
  for (const line of lines) {
    key = /^-> (Exec\w+):$/.exec(line)?.[1] ?? key;
    if (line.startsWith('Command Line: '))
      byKey.set(key, [...(byKey.get(key) ?? []), line.slice('Command Line: '.length)]);
  }
  return ['ExecStartPre', 'ExecStart', 'ExecStartPost'].flatMap((name) => byKey.get(name) ?? []).map(plain);
}

const valuesIn = (lines: readonly string[], key: string): readonly string[] =>
  lines.filter((line) => line.startsWith(key)).map((line) => line.slice(key.length));

/** Words as systemd prints them, quotes taken away and dollars halved, as they are when the command runs. */
const plain = (printed: string): string =>
  JSON.stringify((unquotedWords(printed.replace(/\\([$`])/g, '$1')) ?? []).map((word) => word.replace(/\$\$/g, '$')));

async function ourAnswer(root: string): Promise<ServiceAnswer> {
  const files = createHostFiles(root);
  const listings = await listUnitDirectories({ files, live: false });
  if (listings.status === 'unavailable') throw new Error(listings.reason);
  const texts = await readServiceTexts(files, listings.value, unit);
  if (texts.status === 'unavailable') throw new Error(texts.reason);
  const lines = texts.value.flatMap(parseServiceSection);
  return {
    commands: startCommands(lines).map((command) => JSON.stringify(command)),
    environment: [...serviceEnvironment(lines, [])].map((entry) => entry.join('=')),
  };
}

const word = fc.constantFrom(
  'a',
  '"b c"',
  "'d \"e'",
  'f"g"h',
  '\\x41',
  '\\;',
  '%%',
  "''",
  '-x',
  '/y',
  '"\\t"',
  'i=j',
  '$$k',
);
const command = fc
  .tuple(
    fc.constantFrom('', '-', '+', ':', '!!', '-+'),
    fc.array(word, { maxLength: 4 }),
    fc.constantFrom(' ', '  ', ' \\\n  ', ' \\\n# x\n'),
  )
  .map(([prefix, words, blank]) => [`${prefix}/bin/true`, ...words].join(blank));
const line = fc.oneof(
  fc.tuple(fc.constantFrom('ExecStart', 'ExecStartPre', 'ExecStartPost'), command).map((parts) => parts.join('=')),
  fc.tuple(fc.constantFrom('ExecStart', 'ExecStartPre'), command, command).map(([key, a, b]) => `${key}=${a} ; ${b}`),
  fc.constantFrom('ExecStart=', 'ExecStartPost=', 'Environment=', '[Unit]\nExecStart=/no\n[Service]', '# x', '; y'),
  fc.constantFrom('Environment=A=b "C=d e"', 'Environment=A=c', 'Environment = F=g', 'ExecStop=/bin/true z'),
);
const text = fc
  .array(line, { minLength: 1, maxLength: 6 })
  .map((lines) => `[Service]\nType=oneshot\n${lines.join('\n')}\n`);
const dropIns = [unit, 'a-b@.service', 'a-.service', 'a-b@c-.service', 'service'].flatMap((name) =>
  [administrator, vendor, 'run/systemd/system'].flatMap((place) =>
    ['10.conf', '20.conf', 'x.txt'].map((file) => `${place}/${name}.d/${file}`),
  ),
);
const trees: fc.Arbitrary<GeneratedUnitTree> = fc
  .tuple(
    text,
    fc.constantFrom(`${vendor}/a-b@.service`, `${administrator}/${unit}`, `${administrator}/a-b@.service`),
    fc.uniqueArray(fc.constantFrom(...dropIns), { maxLength: 4 }),
    fc.array(fc.oneof({ arbitrary: text, weight: 5 }, fc.constant({ linkTo: '/dev/null' })), {
      minLength: 4,
      maxLength: 4,
    }),
  )
  .map(([own, path, places, contents]) => [
    ...targets,
    { path, content: own },
    ...places.map((place, index) => ({ path: place, content: contents[index] ?? '' })),
  ]);

describe('systemd-analyze', () => {
  const samples = fc.sample(trees, { seed: 20250312, numRuns: 200 });
  const parts = Array.from({ length: 8 }, (_unused, part) => part);
  let answered = 0;

  it.each(parts)('prints the commands and the environment that we read, part %i', async (part) => {
    const differences: unknown[] = [];
    for (const [index, tree] of samples.slice(part * 25, part * 25 + 25).entries()) {
      const root = join(directory, `${String(part)}-${String(index)}`);
      writeUnitTree(root, tree);
      const said = saidBySystemd(root);
      const ours = await ourAnswer(root);
      rmSync(root, { recursive: true });
      if (said === 'refused') continue;
      answered += 1;
      if (JSON.stringify(said) !== JSON.stringify(ours)) differences.push({ tree: tree.slice(3), said, ours });
    }
    expect(differences).toEqual([]);
  });

  it('was asked about enough', () => {
    expect(answered).toBeGreaterThan(100);
  });
});
