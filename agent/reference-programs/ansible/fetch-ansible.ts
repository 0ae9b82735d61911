import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { download } from '../../test/download';
import { referenceProgramCache } from '../reference-programs';

const cache = join(referenceProgramCache, 'ansible');
/** Where ansible-core and the Python packages that it imports are; a search path for Python. */
export const ansiblePackages = join(cache, 'packages');
const stamp = join(cache, 'complete');

/** Debian's own: it lies below /usr, which a booted tree shares with the machine. */
export const python = '/usr/bin/python3';

export const howToGetAnsible =
  'The playbooks of the guides are run by ansible-core, which pip downloads from PyPI (3 MB; is there a network?): on Debian or Ubuntu install python3 and python3-pip';

/** Downloads ansible-core below node_modules, unless it is there; nothing is installed. Returns whether it is there. */
export function fetchAnsible(): boolean {
  if (existsSync(stamp)) return true;
  if (!existsSync(python)) return false;
  rmSync(cache, { recursive: true, force: true });
  const wheels = join(cache, 'wheels');
  const exactly = ['--no-deps', '--requirement', join(import.meta.dirname, 'requirements.txt')];
  const got = download({
    what: 'ansible-core and what it depends on',
    directory: wheels,
    command: [python, '-m', 'pip', 'download', '--only-binary', ':all:', '--dest', wheels, ...exactly],
  });
  const unpacking = ['--no-index', '--find-links', wheels, '--target', ansiblePackages, ...exactly];
  const made = got && spawnSync(python, ['-m', 'pip', 'install', ...unpacking], { stdio: 'ignore' }).status === 0;
  if (made) writeFileSync(stamp, '');
  return made;
}
