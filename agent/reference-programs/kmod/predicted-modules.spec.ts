import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { HostFile, KernelModules, ModuleLoading } from '@calico-readiness/requirements';
import { guideById, moduleAvailability, noSituation } from '@calico-readiness/requirements';
import fc from 'fast-check';
import { createHost } from '../../src/host/create-host';
import { nodeFileSystem } from '../../src/host/file-system';
import { readMountTable } from '../../src/host/mount-table';
import { layOver } from '../../src/host/overlay/lay-over';
import { moduleNameOfPath } from '../../src/parsers/kernel-modules/module-name';
import { kernelModulesProbe } from '../../src/probes/kernel-modules/kernel-modules';
import { laidFile } from '../../test/predictions/laid-file';
import type { GeneratedHost } from './generated-module-trees';
import { generatedHostArbitrary, judgedModules } from './generated-module-trees';
import type { ModprobeStep } from './modprobe-in-tree';
import { askModprobe, modprobeKit } from './modprobe-in-tree';
import { release, removeModuleFiles, writeGeneratedHost } from './written-module-trees';

const directory = mkdtempSync(join(tmpdir(), 'calico-readiness-predicted-'));
const kit = modprobeKit(directory);

afterAll(() => rmSync(directory, { recursive: true, force: true }));

interface Predicted {
  readonly modules: KernelModules;
  readonly loading: ModuleLoading;
}

/** What the next boot makes of the modules, with the file laid over the tree. */
async function predict(root: string, file?: HostFile): Promise<Predicted> {
  const steps = file === undefined ? [] : [laidFile(file.path, file.content)];
  const { fileSystem } = layOver(root, nodeFileSystem, readMountTable(), steps);
  const host = await createHost({ root, kernelRelease: release, fileSystem, when: 'next boot' });
  const { kernelModules, moduleLoading } = await kernelModulesProbe.gather(host);
  if (kernelModules.status === 'unavailable' || moduleLoading.status === 'unavailable') throw new Error('unavailable');
  return { modules: kernelModules.value, loading: moduleLoading.value };
}

/** On a kernel that asks for nothing itself, so that only the list counts. */
const isPresent = (name: string, { modules, loading }: Predicted): boolean | null => {
  const { presence } = moduleAvailability(name, modules, {
    requests: 'load-nothing',
    atBoot: loading.atBoot,
    byCalico: [],
    perhapsByKubeProxy: [],
    observed: '',
  });
  return presence === 'undetermined' ? null : presence === 'present';
};

/** Whether systemd-modules-load, which goes by a blacklist as `modprobe -b` does, gets the module into the kernel. */
function isLoaded(name: string, steps: readonly ModprobeStep[]): boolean | null {
  const commands = steps.flatMap((step) => (step.kind === 'install' ? [step.command] : []));
  if (commands.some((command) => /^\/bin\/(?:true|false)\b/.test(command))) return false;
  if (commands.length > 0) return null;
  return steps.some((step) => step.kind === 'insmod' && moduleNameOfPath(step.path) === name);
}

/**
 * Whether it needs a module that has soft dependencies and an install line: which of the two counts there hangs on the
 * place of the module among all that are loaded.
 */
function isUndecided(name: string, { modules, files }: GeneratedHost): boolean {
  const needed = new Set([name]);
  for (const each of needed)
    for (const other of modules.find((one) => one.name === each)?.dependencies ?? []) needed.add(other);
  const lines = files.map(({ text }) => text ?? '').join('\n');
  return /^install /m.test(lines) && modules.some((one) => needed.has(one.name) && one.softDependencies !== null);
}

describe('the list of modules that the guide writes', () => {
  const hosts = fc.sample(generatedHostArbitrary, { seed: 20261129, numRuns: 180 });
  const parts = Array.from({ length: 9 }, (_unused, part) => part);
  const said = { loaded: 0, kept: 0 };

  it.each(parts)('loads what we predict, and nothing that we do not, part %i', async (part) => {
    for (const [index, host] of hosts.slice(part * 20, part * 20 + 20).entries()) {
      const root = join(directory, `host-${part}-${index}`);
      writeGeneratedHost(root, host);
      removeModuleFiles(root, host);
      const { modules } = await predict(root);
      const inState = (state: string): readonly string[] =>
        judgedModules(host).flatMap(({ name }) =>
          modules[name] === state && host.modules.some((one) => one.name === name) ? [name] : [],
        );
      const file = guideById('kernel-modules')?.change({
        ...noSituation,
        modules: { loadable: inState('loadable'), blacklisted: inState('blacklisted'), blocked: inState('blocked') },
      }).files[0];
      if (file !== undefined) {
        const predicted = await predict(root, file);
        mkdirSync(join(root, dirname(file.path)), { recursive: true });
        writeFileSync(join(root, file.path), file.content);
        // As the boot does.
        rmSync(join(root, 'run'), { recursive: true, force: true });
        const names = file.content.trim().split('\n');
        const answers = askModprobe(
          root,
          kit,
          release,
          names.map((name) => ({ name, configuration: 'host', blacklistForNames: true })),
        );
        for (const [place, name] of names.entries()) {
          const [ours, theirs] = [isPresent(name, predicted), isLoaded(name, answers[place] ?? [])];
          if (ours === null || theirs === null || isUndecided(name, host)) continue;
          said[ours ? 'loaded' : 'kept'] += 1;
          expect(theirs, `${name} of ${JSON.stringify(host, undefined, 1)}`).toBe(ours);
        }
      }
      rmSync(root, { recursive: true });
    }
  });

  it('was tried in both directions', () => {
    expect(said.loaded).toBeGreaterThanOrEqual(60);
    expect(said.kept).toBeGreaterThanOrEqual(40);
  });
});
