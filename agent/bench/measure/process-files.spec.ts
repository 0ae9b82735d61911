import { readFileSync } from 'node:fs';
import { cpuOfStat, memoryOfStatus } from './process-files';

describe('/proc/PID/stat', () => {
  const numbers = '1 5 5 0 -1 4194560 9 0 0 0 1234 66 7 8 20 0 11 0 100';

  it.each(['node', 'a b', 'x) R 1 2 (y', ''])('gives the CPU time of a program that is called %j', (name) => {
    expect(cpuOfStat(`42 (${name}) S ${numbers}\n`)).toBe(13_000);
  });

  it('gives what this process has used', () => {
    const { user, system } = process.cpuUsage();
    expect(Math.abs(cpuOfStat(readFileSync('/proc/self/stat', 'utf8')) - (user + system) / 1000)).toBeLessThan(100);
  });

  it('is not guessed at', () => {
    expect(() => cpuOfStat('42 (node)')).toThrow('another format');
  });
});

describe('/proc/PID/status', () => {
  it('gives memory in kilobytes', () => {
    const text = 'Name:\tnode\nVmHWM:\t   66000 kB\nVmRSS:\t   65000 kB\nRssAnon:\t   21000 kB\nRssFile:\t 44000 kB\n';

    expect(memoryOfStatus(text)).toEqual({ resident: 65_000, anonymous: 21_000, peak: 66_000 });
    expect(memoryOfStatus(readFileSync('/proc/self/status', 'utf8')).resident).toBeGreaterThan(10_000);
  });

  it('of a process that has none, as one that ended, is an error', () => {
    expect(() => memoryOfStatus('Name:\tnode\nState:\tZ (zombie)\n')).toThrow('has no VmRSS');
  });
});
