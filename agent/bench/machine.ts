import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { program } from './measure/measured-runs';

/** Where figures were taken. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  /** Gigabytes. */
  readonly memory: number;
  readonly kernel: string;
  readonly node: string;
}

export const thisMachine = (): Machine => ({
  processor: os.cpus()[0]?.model.trim() ?? 'unknown',
  cores: os.cpus().length,
  memory: Math.round(os.totalmem() / 2 ** 30),
  kernel: os.release(),
  node: process.version,
});

/** What tells one build of the program from another: the first characters of a hash of its files. */
export function programDigest(): string {
  const directory = path.dirname(program);
  const hash = createHash('sha256');
  for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort())
    if (name.endsWith('.js')) hash.update(name).update(readFileSync(path.join(directory, name)));
  return hash.digest('hex').slice(0, 12);
}
