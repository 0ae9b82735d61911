import type { Root } from '../../model/root';
import { kernelModuleRoots } from './kernel-module-roots';
import { networkManagerRoots } from './network-manager-roots';

/** Every root, the one that explains most first; a finding belongs to the first that explains it. */
export const roots: readonly Root[] = [...kernelModuleRoots, ...networkManagerRoots];
