import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { consoleProfileOf, consoleProfiles } from './console-profile';

const standalone = path.join(import.meta.dirname, '..', '..', '..');
const read = (...parts: readonly string[]): string => readFileSync(path.join(standalone, ...parts), 'utf8');
const names = consoleProfiles.map(({ name }) => name);
const readme = read('README.md');

describe('the list of emulated consoles', () => {
  it('has an entry for each folder of a console, and a folder for each entry', () => {
    const folders = readdirSync(standalone, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && /^console-\d/.test(entry.name))
      .map((entry) => entry.name);
    expect(folders.sort()).toEqual(names.map((name) => `console-${name}`).sort());
  });

  it.each(names)('has a workspace for %s that brings the SDK of that release', (name) => {
    const { name: workspace, dependencies } = JSON.parse(read(`console-${name}`, 'package.json')) as {
      readonly name: string;
      readonly dependencies: Readonly<Record<string, string>>;
    };
    expect(workspace).toBe(`@calico-readiness/console-${name}`);
    expect(dependencies['@openshift-console/dynamic-plugin-sdk']).toMatch(`${name}.`);
  });

  it('begins with the newest', () => {
    const numbers = names.map((name) => name.split('.').map(Number));
    const newestFirst = [...numbers].sort(([a = 0, b = 0], [c = 0, d = 0]) => c - a || d - b);
    expect(numbers).toEqual(newestFirst);
  });

  it('gives each a port of its own', () => {
    expect(new Set(consoleProfiles.map(({ port }) => port)).size).toBe(consoleProfiles.length);
  });

  it('is what the README tells, with the addresses and the folders', () => {
    const rows = [...readme.matchAll(/^\| http:\/\/127\.0\.0\.1:(\d+)\/ \| OpenShift console ([\d.]+): /gm)];
    expect(rows.map(([, port, name]) => ({ name, port: Number(port) }))).toEqual(consoleProfiles);
    for (const name of names) expect(readme).toContain(`\`console-${name}/\``);
  });

  it('is what the README gives an example of', () => {
    const [, example = ''] = /`--console ([\d.]+):\d+`/.exec(readme) ?? [];
    expect(consoleProfileOf(example)).toBeDefined();
  });

  it('begins with the console whose pictures the documentation shows', () => {
    const { scripts } = JSON.parse(read('..', 'package.json')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    expect(scripts['update-screenshots']).toContain(`--project='console ${names[0]}'`);
  });
});
