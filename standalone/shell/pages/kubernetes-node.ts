/** A Node as far as the pages show it; nothing but the name is certain. */
export interface KubernetesNode {
  readonly metadata: {
    readonly name: string;
    readonly uid?: string;
    readonly creationTimestamp?: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
  readonly status?: {
    readonly conditions?: readonly {
      readonly type: string;
      readonly status: string;
      readonly reason?: string;
      readonly message?: string;
    }[];
    readonly nodeInfo?: Readonly<Record<string, string>>;
    readonly addresses?: readonly { readonly type: string; readonly address: string }[];
  };
}

export const nodeModel = { version: 'v1', kind: 'Node' } as const;

const rolePrefix = 'node-role.kubernetes.io/';

export const rolesOf = ({ metadata }: KubernetesNode): readonly string[] =>
  Object.keys(metadata.labels ?? {})
    .filter((label) => label.startsWith(rolePrefix))
    .map((label) => label.slice(rolePrefix.length))
    .sort();

export const readinessOf = ({ status }: KubernetesNode): 'Ready' | 'Not Ready' | 'Unknown' => {
  const ready = status?.conditions?.find(({ type }) => type === 'Ready')?.status;
  return ready === 'True' ? 'Ready' : ready === 'False' ? 'Not Ready' : 'Unknown';
};
