import { spawnSync } from 'node:child_process';
import path from 'node:path';

/**
 * Collects the texts of the plugin and the catalogue in locales/. With --check it writes nothing and
 * exits with 1 when the files do not fit the sources.
 */
const check = process.argv.includes('--check');
const root = path.join(import.meta.dirname, '..');
const parser = path.join(root, 'node_modules', 'i18next-parser', 'bin', 'cli.js');

const { status, stdout, stderr } = spawnSync(
  process.execPath,
  [parser, '--silent', '--config', 'i18next-parser.config.ts', ...(check ? ['--fail-on-update'] : [])],
  { cwd: root, encoding: 'utf8' },
);

process.stdout.write(stdout);
process.stderr.write(stderr);
if (status !== 0) {
  console.error(check ? 'locales/ does not fit the sources: run npm run i18n and commit the result.' : 'The texts could not be collected.');
}
process.exitCode = status ?? 1;
