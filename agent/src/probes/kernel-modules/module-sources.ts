import type { Fact } from '@calico-readiness/requirements';
import type { HostFiles } from '../../host/host-files';
import type { KernelConfigFile } from '../../parsers/kernel-config';
import type { RunningModules } from './loaded-modules';
import type { LoadingRules } from './module-hindrance';
import type { SigningRules } from './module-signature';
import type { ModuleTreeLookup } from './module-tree';

/** Everything that was read of the host, for one module after the other. */
export interface ModuleSources {
  readonly files: HostFiles;
  readonly tree: ModuleTreeLookup;
  readonly config: Fact<KernelConfigFile>;
  readonly running: RunningModules;
  readonly rules: LoadingRules;
  readonly signing: SigningRules;
}
