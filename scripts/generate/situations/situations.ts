import { moduleSituations } from './module-situations';
import { networkSituations } from './network-situations';
import { serviceSituations } from './service-situations';
import type { Situation } from './situation';

/** Every situation of docs/situations.md. */
export const situations: readonly Situation[] = [...serviceSituations, ...networkSituations, ...moduleSituations];
