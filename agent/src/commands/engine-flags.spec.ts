import { spawnSync } from 'node:child_process';
import { engineFlagsOf } from './engine-flags';

/** Sets the flags as the program does, and then collects a lot of garbage of every kind. */
const work = `
  const { setFlagsFromString } = require('node:v8');
  for (const flag of process.argv.slice(1)) setFlagsFromString(flag);
  let kept = [];
  for (let round = 0; round < 40; round += 1) {
    kept = Array.from({ length: 50_000 }, (_, index) => ({ round, text: 'text ' + index, bytes: index % 50 ? null : Buffer.alloc(9) }));
    if (round % 10 === 0) globalThis.gc();
  }
  setTimeout(() => console.log(kept.length), 50);`;

describe('the flags of V8', () => {
  it('are those of a process that works for a short time, and of nothing else', () => {
    expect(engineFlagsOf('check')).toContain('--no-opt');
    expect(engineFlagsOf('agent')).toEqual(expect.arrayContaining([...engineFlagsOf('check'), '--optimize-for-size']));
    for (const command of ['controller', 'flows', 'manifests', '--help', 'constructor', undefined])
      expect(engineFlagsOf(command), command).toEqual([]);
  });

  it.each(['check', 'agent'])(
    'of %s are known to this version of Node.js, which goes on working with them',
    (command) => {
      const words = ['--expose-gc', '-e', work, '--', ...engineFlagsOf(command)];
      const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });

      expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '50000\n', stderr: '' });
    },
  );
});
