// Copies what the agent reads of one unpacked kernel package: copy-kernel-fixture.mjs FROM TO RELEASE.
// modules.dep and modules.alias are restricted to kernel/net, to the modules that the catalogue names and to what these need;
// their lines are not changed. Module files are empty and exist only for the modules that the catalogue names and their
// dependencies. Everything else is genuine.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const [, , from, to, release] = process.argv;
const tree = join('usr/lib/modules', release);
const table = readFileSync(new URL('../requirements/src/derived/kernel-module-table.ts', import.meta.url), 'utf8');
const named = new Set([...table.matchAll(/^ {2}\['([a-z0-9_A-Z]+)',/gm)].map(([, name]) => name));
const moduleName = (path) => path.replace(/.*\//, '').replace(/\.ko.*$/, '').replaceAll('-', '_');

const lines = readFileSync(join(from, tree, 'modules.dep'), 'utf8').split('\n').filter((line) => line !== '');
const needed = new Set();
for (const line of lines) {
  const [path, dependencies] = line.split(':');
  if (named.has(moduleName(path))) for (const file of [path, ...dependencies.trim().split(/\s+/)]) if (file !== '') needed.add(file);
}
const kept = lines.filter((line) => line.startsWith('kernel/net/') || needed.has(line.split(':')[0]));
const keptModules = new Set(kept.map((line) => moduleName(line.split(':')[0])));

const write = (path, text) => {
  mkdirSync(dirname(join(to, path)), { recursive: true });
  writeFileSync(join(to, path), text);
};
write(join(tree, 'modules.dep'), kept.map((line) => `${line}\n`).join(''));
const aliases = readFileSync(join(from, tree, 'modules.alias'), 'utf8').split('\n');
write(
  join(tree, 'modules.alias'),
  aliases.filter((line) => line.startsWith('#') || keptModules.has(line.split(' ').at(-1))).map((line) => `${line}\n`).join(''),
);
for (const file of needed) write(join(tree, file), '');
for (const file of ['modules.builtin', 'modules.builtin.modinfo', 'modules.softdep']) copyFileSync(join(from, tree, file), join(to, tree, file));
mkdirSync(join(to, 'boot'), { recursive: true });
copyFileSync(join(from, 'boot', `config-${release}`), join(to, 'boot', `config-${release}`));
