import { existsSync, readFileSync } from 'node:fs';
import { withRooms } from './rooms-document';

const architecture = readFileSync('ARCHITECTURE.md', 'utf8');
const contributing = readFileSync('CONTRIBUTING.md', 'utf8');

/** What is written as `code` and looks like a path of this repository, without what stands for a name. */
const pathsIn = (document: string): string[] =>
  [...document.matchAll(/`([\w.-]+\/[\w./{},*-]+)`/g)]
    .map(([, path]) => path ?? '')
    .filter((path) =>
      /^(agent|requirements|src|standalone|scripts|integration-tests|charts|docs|images|locales)\//.test(path),
    )
    .filter((path) => !/[{}*]/.test(path));

describe('ARCHITECTURE.md', () => {
  it('has the rooms as the import rules have them', () => {
    expect(architecture, 'run npm run generate-docs').toBe(withRooms(architecture));
  });

  it('cannot be written where it has no place for the rooms', () => {
    expect(() => withRooms('# Architecture')).toThrow('no place for the rooms');
  });
});

describe.each([
  ['ARCHITECTURE.md', architecture],
  ['CONTRIBUTING.md', contributing],
  ...['mounts', 'security', 'release'].map((name): [string, string] => [
    `docs/${name}.md`,
    readFileSync(`docs/${name}.md`, 'utf8'),
  ]),
])('%s', (_, document) => {
  it('names only files and folders that are there', () => {
    expect(pathsIn(document).length).toBeGreaterThan(5);
    expect(pathsIn(document).filter((path) => !existsSync(path))).toEqual([]);
  });
});
