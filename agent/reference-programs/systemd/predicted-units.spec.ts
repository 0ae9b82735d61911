import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Services } from '@calico-readiness/requirements';
import fc from 'fast-check';
import { createHost } from '../../src/host/create-host';
import { nodeFileSystem } from '../../src/host/file-system';
import { readMountTable } from '../../src/host/mount-table';
import type { LaidChange } from '../../src/host/overlay/laid-change';
import { maskOf } from '../../src/host/overlay/laid-change';
import { layOver } from '../../src/host/overlay/lay-over';
import { servicesProbe } from '../../src/probes/services/services';
import { runReferenceProgram } from '../reference-programs';
import { generatedUnits, generatedUnitTreeArbitrary, writeUnitTree } from './generated-unit-trees';

const directory = mkdtempSync(join(tmpdir(), 'calico-readiness-predicted-units-'));

afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Undefined where a step is refused, which makes every fact about units unknown. */
async function servicesOf(root: string, steps: readonly LaidChange[] = []): Promise<Services | string | undefined> {
  const { fileSystem, refused } = layOver(root, nodeFileSystem, readMountTable(), steps);
  if (refused.length > 0) return undefined;
  const { services } = await servicesProbe.gather(await createHost({ root, fileSystem, when: 'next boot' }));
  return services.status === 'observed' ? services.value : services.reason;
}

/** What the Machine Config daemon runs for a unit, by the step of ours that stands for it. */
const commands = {
  mask: ['disable', 'mask'],
  disable: ['disable'],
  enable: ['enable'],
} as const;

const stepsOf = (what: keyof typeof commands, unit: string): readonly LaidChange[] =>
  what === 'mask' ? [{ kind: 'disable', unit }, maskOf(unit)] : [{ kind: what, unit }];

describe('a change of units that is predicted', () => {
  const cases = fc.sample(
    fc.tuple(
      generatedUnitTreeArbitrary,
      fc.constantFrom(...generatedUnits),
      fc.constantFrom('mask' as const, 'mask' as const, 'disable' as const, 'enable' as const),
    ),
    { seed: 20261130, numRuns: 120 },
  );
  /** Takes away the file in the administrator’s directory, which `mask` would not replace. */
  const maskable = (root: string, unit: string, what: keyof typeof commands): void => {
    if (what === 'mask') rmSync(join(root, 'etc/systemd/system', unit), { force: true });
  };

  it('is what systemctl then makes of the tree, or is refused', async () => {
    const different: unknown[] = [];
    let refused = 0;
    for (const [index, [tree, unit, what]] of cases.entries()) {
      const root = join(directory, `tree-${index}`);
      writeUnitTree(root, tree);
      maskable(root, unit, what);
      const predicted = await servicesOf(root, stepsOf(what, unit));
      if (predicted === undefined) refused += 1;
      else {
        for (const command of commands[what]) runReferenceProgram('systemctl', [`--root=${root}`, command, unit]);
        const then = await servicesOf(root);
        if (JSON.stringify(predicted) !== JSON.stringify(then)) different.push({ tree, unit, what, predicted, then });
      }
      rmSync(root, { recursive: true });
    }
    expect(different).toEqual([]);
    expect(refused).toBeLessThan(cases.length / 4);
  }, 120_000);
});
