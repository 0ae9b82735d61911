import { observedValue } from '../../model/fact';
import type { HostFacts } from '../../model/host-facts';
import type { ModuleState } from '../../model/kernel-module';
import { msg } from '../../model/message';
import type { Root } from '../../model/root';

const modulesIn = (state: ModuleState, facts: HostFacts): string =>
  Object.entries(observedValue(facts.kernelModules) ?? {})
    .filter(([, moduleState]) => moduleState === state)
    .map(([name]) => name)
    .join(', ');

/** Where several requirements lack kernel modules for one reason. */
export const kernelModuleRoots: readonly Root[] = [
  {
    id: 'kernel-modules-not-installed',
    title: msg('A package with further kernel modules is not installed'),
    guide: 'kernel-modules',
    explains: ({ reason }) => reason === 'ModuleNotInstalled',
    observed: (facts) => modulesIn('configured-only', facts),
    remedy: () => msg('Install the package with the rest of the kernel modules, on RHEL kernel-modules-extra.'),
  },
];
