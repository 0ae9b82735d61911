import { rename, stat, writeFile } from 'node:fs/promises';
import type { AgentLog } from '../foundation/agent-log';
import { errorText } from '../foundation/agent-log';

/**
 * Writes the time of now into a file for `alive` and other probes: beside it and then in its place, so that no reader
 * sees half of it. Never rejects: an agent that cannot write it says so, and whoever probes ends it.
 */
export async function writeLivenessFile(file: string, log: AgentLog): Promise<void> {
  try {
    await writeFile(`${file}.new`, `${new Date().toISOString()}\n`);
    await rename(`${file}.new`, file);
  } catch (error) {
    log.error({ error: errorText(error) }, 'Cannot write the liveness file');
  }
}

/**
 * Seconds since the file was written (its mtime, stat(2)). By a clock that was set back it can be younger than now, as
 * wrong as one that is too old: the distance counts. Rejects with the error of the system when there is no such file.
 */
export async function livenessAge(file: string, now = Date.now()): Promise<number> {
  const { mtimeMs } = await stat(file);
  return Math.abs(now - mtimeMs) / 1000;
}
