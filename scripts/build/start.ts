import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { accessTokenFrom } from '../../standalone/server/src/settings/access-token';
import { parseOptions } from '../../standalone/server/src/settings/options';
import { usage } from '../../standalone/server/src/settings/usage';
import { UsageError } from '../../standalone/server/src/settings/usage-error';

// What `npm start` does: says at once what is wrong with its options, builds, and runs the standalone host.

const root = path.join(import.meta.dirname, '../..');

/** Bytes; a build that fails at every file says a lot. */
const longestOutput = 64 * 1024 * 1024;

const args = process.argv.slice(2);

/** Ends the program where there is nothing to start, because a build takes long. */
const endUnlessOptionsAreRight = (): void => {
  try {
    accessTokenFrom(process.env);
    if (parseOptions(args, process.platform) !== undefined) return;
    process.stdout.write(`${usage}\n`);
    process.exit(0);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`calico-readiness standalone: ${error.message}\n`);
    process.exit(2);
  }
};

const build = (): void => {
  process.stdout.write('Building the plugin, the agent and the standalone host, which takes up to a minute.\n');
  const { status, stdout, stderr, error } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: longestOutput,
  });
  if (error !== undefined) throw error;
  if (status === 0) return;
  process.stderr.write(`${stdout}${stderr}calico-readiness standalone: the build failed\n`);
  process.exit(1);
};

const run = (): void => {
  const main = path.join(root, 'standalone/dist/main.js');
  const host = spawn(process.execPath, [main, ...args], { stdio: 'inherit' });
  // Ctrl+C reaches the host as well: this program waits until it has ended.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => host.kill('SIGTERM'));
  host.on('exit', (code) => process.exit(code ?? 1));
};

endUnlessOptionsAreRight();
build();
run();
