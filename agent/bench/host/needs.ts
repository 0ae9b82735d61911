import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { program } from '../measure/measured-runs';
import { makeTreeHost } from './tree-host';

/** Programs of the machine; all others are the node's own. */
const programs = ['unshare', 'nsenter', 'mount', 'chroot', 'bash', 'seq', 'apt-get', 'dpkg-deb', 'tar'];

/** Why no node can be made and measured here; makes what it is made of. */
export function whyNoWorld(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'needs root on Linux, for namespaces and mounts of its own';
  if (!existsSync(program)) return 'the agent is not built: npm run build:agent';
  const missing = programs.filter((name) => spawnSync('sh', ['-c', 'command -v "$1"', 'sh', name]).status !== 0);
  if (missing.length > 0) return `needs ${missing.join(', ')}, of Debian or Ubuntu for amd64`;
  if (spawnSync('unshare', ['--mount', '--net', '--pid', '--fork', 'true']).status !== 0)
    return 'may not make namespaces; a container must be privileged for it';
  return makeTreeHost();
}
