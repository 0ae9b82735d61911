import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { languages, namespaces, readTexts } from './translations/languages';
import { pluralInSingular } from './translations/plural-in-singular';
import { translationFaults } from './translations/translation-faults';

/**
 * Collects the texts of the plugin and the catalogue in locales/, for every language: a new text is empty where
 * nobody has translated it, and one that is gone goes everywhere. With --check it changes nothing and exits with 1
 * when the files do not fit the sources, a singular was not written, or a translation is missing or wrong.
 */
const check = process.argv.includes('--check');
const root = path.join(import.meta.dirname, '../..');
const parser = path.join(root, 'node_modules', 'i18next-parser', 'bin', 'cli.js');

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

const unwritten = namespaces.flatMap((namespace) => pluralInSingular(readTexts('en', namespace)));
for (const key of unwritten) console.error(`locales/en: write the singular of "${key}"`);

const faults = namespaces.flatMap((namespace) => {
  const english = readTexts('en', namespace);
  return languages
    .filter((language) => language !== 'en')
    .flatMap((language) => translationFaults(language, english, readTexts(language, namespace)));
});
for (const fault of faults) console.error(`locales/${fault}`);
if (faults.length > 0) {
  console.error(`${String(faults.length)} translations to write or to repair; docs/translations.md says how.`);
}

process.exitCode = fits && (!check || unwritten.length + faults.length === 0) ? 0 : 1;
