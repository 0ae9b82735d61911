import { clusterCases } from './cases/cluster-cases';
import { flowCases } from './cases/flow-cases';
import { kernelCases } from './cases/kernel-cases';
import { kernelModuleCases } from './cases/kernel-module-cases';
import { networkdCases } from './cases/networkd-cases';
import { nodeCases } from './cases/node-cases';
import { releaseCases } from './cases/release-cases';
import type { RequirementCase } from './requirement-case';

/** What every requirement says in every situation that matters. */
export const catalogueCases: readonly RequirementCase[] = [
  ...nodeCases,
  ...networkdCases,
  ...flowCases,
  ...clusterCases,
  ...kernelModuleCases,
  ...kernelCases,
  ...releaseCases,
];
