import { extraModulesOf } from '../../derived/extra-modules';
import { loadingOnDemand } from '../../derived/loading-on-demand';
import { missingModuleTree } from '../../derived/missing-module-tree';
import { observedValue } from '../../model/fact';
import type { HostFacts } from '../../model/host-facts';
import type { ModuleState } from '../../model/kernel-module';
import { msg } from '../../model/message';
import { defaultProfileValues } from '../../model/profile-defaults';
import type { Root } from '../../model/root';

const modulesIn = (state: ModuleState, facts: HostFacts): string =>
  Object.entries(observedValue(facts.kernelModules) ?? {})
    .filter(([, moduleState]) => moduleState === state)
    .map(([name]) => name)
    .join(', ');

/** What the kernel does with a request hangs on no profile. */
const loadingOf = (facts: HostFacts): string => loadingOnDemand(facts, defaultProfileValues).observed;

/** Where several requirements lack kernel modules for one reason. */
export const kernelModuleRoots: readonly Root[] = [
  {
    id: 'running-kernel-without-modules',
    title: msg('The running kernel has no modules on the disk'),
    guide: 'kernel-modules',
    explains: ({ reason }) => reason === 'ModuleTreeMissing',
    observed: (facts) =>
      [observedValue(facts.kernelRelease), missingModuleTree(facts)].filter((part) => part !== undefined).join('; '),
    remedy: () => msg('Reboot the node into a kernel that is installed.'),
  },
  {
    id: 'kernel-modules-not-installed',
    title: msg('A package with further kernel modules is not installed'),
    guide: 'kernel-modules',
    explains: ({ reason }) => reason === 'ModuleNotInstalled',
    observed: (facts) => modulesIn('configured-only', facts),
    remedy: (facts) => {
      const found = extraModulesOf(facts);
      return found === undefined
        ? msg('Install the package with further modules for the running kernel.')
        : msg('Install it on the node: {{command}}', { command: found.command });
    },
  },
  {
    id: 'modules-not-loaded-on-demand',
    title: msg('The kernel loads no modules on demand'),
    guide: 'kernel-modules',
    explains: ({ reason }) => reason === 'ModulesNotLoadedOnDemand',
    observed: loadingOf,
    remedy: () =>
      msg(
        'Have the modules loaded at boot by a file in /etc/modules-load.d, or set kernel.modprobe to /sbin/modprobe.',
      ),
  },
  {
    id: 'module-loading-undecided',
    title: msg('Cannot determine whether the kernel loads modules on demand'),
    guide: 'kernel-modules',
    explains: ({ reason }) => reason === 'ModuleLoadingUnknown',
    observed: loadingOf,
    remedy: () => msg('Have the modules loaded at boot by a file in /etc/modules-load.d.'),
  },
];
