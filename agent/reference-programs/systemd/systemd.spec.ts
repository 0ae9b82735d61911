import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FirewallUnit } from '@calico-readiness/requirements';
import fc from 'fast-check';
import { createHostFiles } from '../../src/host/create-host-files';
import { servicesProbe } from '../../src/probes/services/services';
import { runReferenceProgram } from '../reference-programs';
import type { GeneratedUnitTree } from './generated-unit-trees';
import { generatedUnits, generatedUnitTreeArbitrary, writeUnitTree } from './generated-unit-trees';

const directory = mkdtempSync(join(tmpdir(), 'calico-readiness-units-'));

afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** The word that `systemctl is-enabled` prints; without one it found no unit file, or a link to none. */
function wordOfSystemctl(root: string, unit: FirewallUnit): string {
  const { output, errors } = runReferenceProgram('systemctl', [`--root=${root}`, 'is-enabled', unit]);
  const word = output.trim();
  if (word !== '') return word;
  if (/No such file or directory|Link has been severed|Too many levels/.test(errors)) return 'not-found';
  throw new Error(`systemctl said nothing known: ${errors}`);
}

async function ourWords(root: string): Promise<Readonly<Record<string, string>>> {
  const { services } = await servicesProbe.gather({ files: createHostFiles(root), live: false });
  if (services.status === 'unavailable') return {};
  return Object.fromEntries(generatedUnits.map((unit) => [unit, services.value[unit]?.enablement ?? 'left out']));
}

/** A difference that no verdict depends on, and why it stays. */
interface KnownDifference {
  readonly systemctl: string;
  readonly ours: readonly string[];
  readonly when: (tree: GeneratedUnitTree, unit: string) => boolean;
  readonly why: string;
}

const knownDifferences: readonly KnownDifference[] = [
  {
    systemctl: 'indirect',
    ours: ['disabled', 'static'],
    when: (tree, unit) =>
      tree.some(
        ({ path, content }) =>
          typeof content !== 'string' && content.linkTo.endsWith(`/${unit}`) && !path.endsWith(`/${unit}`),
      ),
    why: 'systemctl follows every link of every name to the unit, we those that its Alias= names; none of the three words starts a unit',
  },
];

const isKnown = (tree: GeneratedUnitTree, unit: string, systemctl: string, ours: string | undefined): boolean =>
  knownDifferences.some(
    (known) => known.systemctl === systemctl && known.ours.includes(ours ?? '') && known.when(tree, unit),
  );

describe('systemctl is-enabled', () => {
  const trees = fc.sample(generatedUnitTreeArbitrary, { seed: 20250302, numRuns: 320 });
  const parts = Array.from({ length: 8 }, (_unused, part) => part);

  it.each(parts)('says the same as we do of generated unit trees, part %i', async (part) => {
    const differences: { tree: GeneratedUnitTree; unit: string; systemctl: string; ours: string | undefined }[] = [];
    for (const [index, tree] of trees.slice(part * 40, part * 40 + 40).entries()) {
      const root = join(directory, `tree-${part}-${index}`);
      writeUnitTree(root, tree);
      const ours = await ourWords(root);
      for (const unit of generatedUnits) {
        const systemctl = wordOfSystemctl(root, unit);
        if (systemctl === ours[unit] || isKnown(tree, unit, systemctl, ours[unit])) continue;
        differences.push({ tree, unit, systemctl, ours: ours[unit] });
      }
      rmSync(root, { recursive: true });
    }
    expect(differences).toEqual([]);
  });
});
