import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { directoryProblem, directoryState } from './manifest-directory';
import { writeManifests } from './write-manifests';

const one = { fileName: '99-a.yaml', text: 'a: é\n' };
const other = { fileName: '99-b.yaml', text: 'b: 1\n' };

describe('a directory for manifests', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'manifests-'));
  });
  afterEach(() => {
    rmSync(directory, { recursive: true });
  });
  const put = (name: string, text: string) => {
    writeFileSync(path.join(directory, name), text);
  };

  it('gets the files and nothing else, readable by everyone', () => {
    writeManifests(directory, [one, other]);

    expect(readdirSync(directory)).toEqual(['99-a.yaml', '99-b.yaml']);
    expect(readFileSync(path.join(directory, '99-a.yaml'), 'utf8')).toBe(one.text);
    expect(statSync(path.join(directory, '99-b.yaml')).mode & 0o777).toBe(0o644);
  });

  it('keeps a file that somebody else has made in the meantime, and gets none of the others', () => {
    put('99-b.yaml', 'theirs\n');

    expect(() => {
      writeManifests(directory, [one, other]);
    }).toThrow('EEXIST');
    expect(readdirSync(directory)).toEqual(['99-b.yaml']);
    expect(readFileSync(path.join(directory, '99-b.yaml'), 'utf8')).toBe('theirs\n');
  });

  it.each<[string, () => void]>([
    ['of the same size', () => put(one.fileName, 'a: e!\n')],
    ['of another size', () => put(one.fileName, '')],
    ['that is a link to nothing', () => symlinkSync('nothing', path.join(directory, one.fileName))],
    [
      'that is a link to what would be written',
      () => {
        put('elsewhere', one.text);
        symlinkSync('elsewhere', path.join(directory, one.fileName));
      },
    ],
    ['that is a directory', () => mkdirSync(path.join(directory, one.fileName))],
  ])('shows a file %s as another one', (_name, make) => {
    make();

    expect(directoryState(directory, [one, other])).toEqual({
      missing: [other],
      same: [],
      different: [one.fileName],
    });
  });

  it('shows what it has already', () => {
    writeManifests(directory, [one]);

    expect(directoryState(directory, [one, other])).toEqual({ missing: [other], same: [one.fileName], different: [] });
  });

  it('must be there, be a directory, and be one that the installer reads', () => {
    put('file', '');
    mkdirSync(path.join(directory, 'manifests'));
    expect(directoryProblem(directory)).toBeUndefined();
    mkdirSync(path.join(directory, 'openshift'));

    expect(directoryProblem(path.join(directory, 'openshift'))).toBeUndefined();
    expect(directoryProblem(directory)).toContain(`Give ${path.join(directory, 'openshift')}.`);
    expect(directoryProblem(path.join(directory, 'file'))).toContain('is not a directory');
    expect(directoryProblem(path.join(directory, 'none'))).toContain('does not exist');
  });
});
