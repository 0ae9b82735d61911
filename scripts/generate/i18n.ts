import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pluralInSingular } from './plural-in-singular';

/**
 * Collects the texts of the plugin and the catalogue in locales/. With --check it changes nothing and
 * exits with 1 when the files do not fit the sources or a singular was not written.
 */
const check = process.argv.includes('--check');
const root = path.join(import.meta.dirname, '../..');
const parser = path.join(root, 'node_modules', 'i18next-parser', 'bin', 'cli.js');
const english = path.join(root, 'locales', 'en', 'plugin__calico-readiness.json');

const namespaces = ['plugin__calico-readiness', 'calico-readiness-catalogue'];

const collected = namespaces.map((namespace) => {
  const { status } = spawnSync(
    process.execPath,
    [parser, '--silent', '--config', 'i18next-parser.config.ts', ...(check ? ['--fail-on-update'] : [])],
    { cwd: root, stdio: 'inherit', env: { ...process.env, I18N_NAMESPACE: namespace } },
  );
  return status === 0;
});
const fits = collected.every(Boolean);
if (!fits) {
  console.error(
    check
      ? 'locales/ does not fit the sources: run npm run i18n and commit the result.'
      : 'The texts could not be collected.',
  );
}

const unwritten = pluralInSingular(JSON.parse(readFileSync(english, 'utf8')) as Record<string, string>);
for (const key of unwritten) console.error(`locales/en: write the singular of "${key}"`);

process.exitCode = fits && (!check || unwritten.length === 0) ? 0 : 1;
