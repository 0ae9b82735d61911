import type { NodeRow } from '../node-row';

/** The well-known label, and the one that it had before Kubernetes 1.17. */
const zoneLabels = ['topology.kubernetes.io/zone', 'failure-domain.beta.kubernetes.io/zone'] as const;

/** The zone of a node as its cloud provider says; empty where none does. */
export const zoneOf = ({ labels }: Pick<NodeRow, 'labels'>): string =>
  zoneLabels.map((label) => labels[label] ?? '').find((zone) => zone !== '') ?? '';
