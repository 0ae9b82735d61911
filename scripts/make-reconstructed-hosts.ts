import { fileURLToPath } from 'node:url';
import { otherHosts } from './reconstructed-hosts/other-hosts';
import { redHatHosts } from './reconstructed-hosts/red-hat-hosts';
import { writeTree } from './reconstructed-hosts/tree';

// Rebuilds the host trees that are put together from published facts: npx tsx scripts/make-reconstructed-hosts.ts.
// Where each fact was read stands in agent/fixtures/hosts/README.md. Golden files are written by `npm run update-golden`.
for (const [name, tree] of Object.entries({ ...redHatHosts, ...otherHosts })) {
  writeTree(fileURLToPath(new URL(`../agent/fixtures/hosts/${name}/root`, import.meta.url)), tree);
  console.log(`${name}: ${String(Object.keys(tree).length)} files`);
}
