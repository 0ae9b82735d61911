import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { silentLog } from '../foundation/agent-log';
import { runCommandLine } from './command-line';
import { writeLivenessFile } from './liveness-file';

describe('the liveness file', () => {
  let directory: string;
  let file: string;
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'alive-'));
    file = path.join(directory, 'alive');
  });
  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  const alive = async (...words: string[]): Promise<{ status: number; output: string }> => {
    let output = '';
    const add = (text: string): void => {
      output += text;
    };
    const status = await runCommandLine(['alive', '--file', file, ...words], {
      isTerminal: false,
      environment: {},
      write: add,
      writeError: add,
    });
    return { status, output };
  };
  const age = (seconds: number): void => {
    const time = Date.now() / 1000 - seconds;
    utimesSync(file, time, time);
  };

  it('holds the time, again and again, and leaves nothing beside it', async () => {
    await writeLivenessFile(file, silentLog);
    await writeLivenessFile(file, silentLog);

    expect(Math.abs(Date.parse(readFileSync(file, 'utf8').trim()) - Date.now())).toBeLessThan(60_000);
    expect(readdirSync(directory)).toEqual(['alive']);
  });

  it('that cannot be written is told and ends nothing', async () => {
    const error = vi.fn();
    await writeLivenessFile(path.join(directory, 'gone', 'alive'), { ...silentLog, error });

    expect(error).toHaveBeenCalledWith(expect.anything(), 'Cannot write the liveness file');
  });

  it.each([
    [0, [], 0],
    [119, [], 0],
    [125, [], 1],
    [125, ['--older-than', '300'], 0],
    // By a clock that was set back since.
    [-125, [], 1],
  ])('of %i seconds ago, asked with %j, is exit status %i', async (seconds, words, status) => {
    await writeLivenessFile(file, silentLog);
    age(seconds);
    const result = await alive(...words);

    expect(result.status).toBe(status);
    expect(result.output).toMatch(status === 0 ? /^$/ : /^not alive: the agent ended its last observation 125 seconds/);
  });

  it('that is not there is no sign of life', async () => {
    expect(await alive()).toEqual({ status: 1, output: expect.stringContaining('not alive: ENOENT') as string });
  });

  it('has to be named', async () => {
    const { status } = await alive('--older-than', 'soon');
    expect(status).toBe(2);
  });
});
