import { readFileSync } from 'node:fs';
import { megabytes } from '../figures';
import { cpuOfStat, memoryOfStatus } from '../measure/process-files';

/** What a process has used up to now. */
export interface ProcessUsage {
  /** Seconds. */
  readonly cpu: number;
  /** Megabytes. */
  readonly resident: number;
}

export function usageOf(pid: number): ProcessUsage {
  const read = (name: string): string => readFileSync(`/proc/${String(pid)}/${name}`, 'utf8');
  return { cpu: cpuOfStat(read('stat')) / 1000, resident: megabytes(memoryOfStatus(read('status')).resident) };
}
