/** Clock ticks in a second of /proc/PID/stat: USER_HZ, which is the same on every architecture that Node.js runs on. */
const ticksPerSecond = 100;

/** Milliseconds of CPU, user and system, that a process with all its threads has used: fields 14 and 15 of /proc/PID/stat (proc_pid_stat(5)). */
export function cpuOfStat(text: string): number {
  // The second field is the program's name in parentheses, which may hold spaces and parentheses itself.
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .trim()
    .split(' ');
  const milliseconds = (1000 * (Number(fields[11]) + Number(fields[12]))) / ticksPerSecond;
  if (Number.isNaN(milliseconds)) throw new Error('/proc/PID/stat has another format than the known one');
  return milliseconds;
}

/** What a process has in memory, in kilobytes. */
export interface ProcessMemory {
  /** Everything, files of the program that others share included. */
  readonly resident: number;
  /** What is its own: heap and stacks. */
  readonly anonymous: number;
  /** The most that ever was resident. */
  readonly peak: number;
}

/** VmRSS, RssAnon and VmHWM of /proc/PID/status (proc_pid_status(5)). */
export function memoryOfStatus(text: string): ProcessMemory {
  const field = (name: string): number => {
    const value = new RegExp(`^${name}:\\s*(\\d+) kB$`, 'm').exec(text)?.[1];
    if (value === undefined) throw new Error(`/proc/PID/status has no ${name}`);
    return Number(value);
  };
  return { resident: field('VmRSS'), anonymous: field('RssAnon'), peak: field('VmHWM') };
}
