import { fetchDeciderPrograms, howToInstallDeciders } from './decider-programs';
import { fetchGuest, howToGetGuest } from './guest-packages';

/** Runs once before the deciders suite; what the machine lacks is one line, and no test is skipped for it. */
export function setup(): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    throw new Error('The deciders suite needs root on Linux: it makes namespaces and changes its root directory');
  }
  const missing = fetchDeciderPrograms();
  if (missing.length > 0) throw new Error(`${howToInstallDeciders} (missing: ${missing.join(', ')})`);
  if (!fetchGuest()) throw new Error(howToGetGuest);
}
