import { fetchAnsible, howToGetAnsible } from './ansible/fetch-ansible';
import { fetchReferencePrograms } from './fetch-reference-programs';
import { howToGetReferencePrograms } from './reference-programs';
import { fetchGuest, howToGetGuest } from './guest/guest-packages';

/** Runs once before the comparison with reference programs; what the machine lacks is one line, and no test is skipped for it. */
export function setup(): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    throw new Error(
      'The comparison with reference programs needs root on Linux: it makes namespaces and changes its root directory',
    );
  }
  const missing = fetchReferencePrograms();
  if (missing.length > 0) throw new Error(`${howToGetReferencePrograms} (missing: ${missing.join(', ')})`);
  if (!fetchAnsible()) throw new Error(howToGetAnsible);
  if (!fetchGuest()) throw new Error(howToGetGuest);
}
