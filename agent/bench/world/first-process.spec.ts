import { spawnSync } from 'node:child_process';
import { populations } from '../parts';
import { firstProcessOf } from './world';

const isPerlMissing = spawnSync('perl', ['-e', '0']).status !== 0;

describe.skipIf(isPerlMissing)('the first process of a node', () => {
  it.each(populations)('of the kind %s is understood by Perl', (population) => {
    const { status, stderr } = spawnSync('perl', ['-c', '-e', firstProcessOf(population)], { encoding: 'utf8' });

    expect({ status, stderr }).toEqual({ status: 0, stderr: '-e syntax OK\n' });
  });
});
