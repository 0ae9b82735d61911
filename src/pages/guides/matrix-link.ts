import { matrixPath } from '../../components/addresses';
import type { AffectedRow } from './affected-nodes';

/** The matrix, reduced to the nodes on which one of the requirements that the guide would fix is not met. */
export function matrixOfAffected(affected: readonly AffectedRow[]): string {
  const parameters = new URLSearchParams();
  for (const requirement of new Set(affected.flatMap(({ requirements }) => requirements))) {
    parameters.append('requirement', requirement);
  }
  return `${matrixPath}?${parameters.toString()}`;
}
