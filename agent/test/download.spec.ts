import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { download } from './download';

const shell = (script: string) => ['sh', '-c', script] as const;
let top: string;
let printed: string;

beforeEach(() => {
  top = mkdtempSync(path.join(tmpdir(), 'download-'));
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(top, { recursive: true });
});

test('it says what is downloaded, and how much came', () => {
  const directory = path.join(top, 'new');
  expect(download({ what: 'a thing', directory, command: shell('head -c 1500000 /dev/zero >file') })).toBe(true);
  expect(printed).toMatch(/^Downloading a thing with sh \.\.\.\n {2}1\.5 MB in \d+ s\n$/);
});

test('a second attempt is made, after what may help it', () => {
  const command = shell('test -e lists');
  expect(download({ what: 'a thing', directory: top, command, beforeRetry: shell('touch lists') })).toBe(true);
  expect(existsSync(path.join(top, 'lists'))).toBe(true);
});

test('there is no third attempt, and the reason is told in the words of the command', () => {
  writeFileSync(path.join(top, 'attempts'), '');
  const command = shell('echo attempt >>attempts; echo no such host >&2; exit $(grep -c attempt attempts)');
  expect(download({ what: 'a thing', directory: top, command })).toBe(false);
  expect(printed).toContain('failed twice: sh: no such host. Is there a network');
});

test('a program that is not there is a reason as well', () => {
  expect(download({ what: 'a thing', directory: top, command: ['no-such-program'] })).toBe(false);
  expect(printed).toContain('no-such-program');
});
