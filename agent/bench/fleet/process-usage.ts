import { readFileSync } from 'node:fs';
import { megabytes } from '../figures';
import type { Usage } from './fleet-figures';
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

/** What it took of one core between two looks, and what it has at the second. */
export const usageBetween = (before: ProcessUsage, after: ProcessUsage, seconds: number): Usage => ({
  percent: Math.round(((after.cpu - before.cpu) / seconds) * 1000) / 10,
  resident: after.resident,
});
