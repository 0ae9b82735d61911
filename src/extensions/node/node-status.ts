import { readinessCondition } from './node-readiness';
import type { ListedNode } from './node-readiness';

/*
 * For `console.node/status`. The console asks for every node of its list at every render, so the answer comes from
 * the Node alone. A node that is ready says nothing, also where it is so
 * only because of waivers, for which somebody answers: its row stays as it was.
 */

export const isNotReady = (node: ListedNode): boolean => readinessCondition(node)?.status === 'False';

export const isUnknown = (node: ListedNode): boolean => readinessCondition(node)?.status === 'Unknown';
