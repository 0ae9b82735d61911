import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';

/** As much of a Node as the table shows. */
export interface PlainNode extends K8sResourceCommon {
  readonly status?: {
    readonly conditions?: readonly { readonly type: string; readonly status: string }[];
    readonly nodeInfo?: { readonly osImage?: string; readonly kernelVersion?: string };
  };
}

export interface PlainPool extends K8sResourceCommon {
  readonly spec?: { readonly nodeSelector?: { readonly matchLabels?: Readonly<Record<string, string>> } };
}

/** A Node with what others say of it. */
interface JoinedNode extends PlainNode {
  readonly pool?: PlainPool | undefined;
}

export interface PlainRow {
  readonly name: string;
  readonly isReady: boolean;
  readonly cells: readonly string[];
}

const selects = ({ spec }: PlainPool, { metadata }: PlainNode): boolean => {
  const wanted = spec?.nodeSelector?.matchLabels;
  return wanted !== undefined && Object.entries(wanted).every(([label, value]) => metadata?.labels?.[label] === value);
};

const nameOf = ({ metadata }: PlainNode): string => metadata?.name ?? '';

/** By name as people count, the slow way: with a locale and options, as the console sorts its lists. */
const byName = (one: PlainNode, other: PlainNode): number =>
  nameOf(one).localeCompare(nameOf(other), navigator.language, { numeric: true, ignorePunctuation: true });

/** All nodes, joined with their pools, filtered and sorted anew at each change, as the console's list does it. */
export const plainList = (
  nodes: readonly PlainNode[],
  pools: readonly PlainPool[],
  name: string,
  labels: readonly string[],
): readonly JoinedNode[] =>
  nodes
    .map((node): JoinedNode => ({ ...node, pool: pools.find((pool) => selects(pool, node)) }))
    .filter((node) => {
      const own = Object.entries(node.metadata?.labels ?? {}).map(([label, value]) => `${label}=${value}`);
      return nameOf(node).includes(name) && labels.every((label) => own.includes(label));
    })
    .sort(byName);

const rolePrefix = 'node-role.kubernetes.io/';

/** What the table shows of a node. */
export const plainRow = (node: JoinedNode): PlainRow => ({
  name: nameOf(node),
  isReady: node.status?.conditions?.find(({ type }) => type === 'Ready')?.status === 'True',
  cells: [
    Object.keys(node.metadata?.labels ?? {})
      .filter((label) => label.startsWith(rolePrefix))
      .map((label) => label.slice(rolePrefix.length))
      .sort()
      .join(', '),
    node.pool?.metadata?.name ?? '-',
    node.status?.nodeInfo?.osImage ?? '-',
    node.status?.nodeInfo?.kernelVersion ?? '-',
  ],
});
