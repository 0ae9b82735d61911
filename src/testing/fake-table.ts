import { asRecord, asText } from '../k8s/untyped';
import type { Untyped } from '../k8s/untyped';

/** What stands at a path of an object. */
export const at = (object: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((value, name) => asRecord(value)[name], object);

type Columns = Readonly<Record<string, (object: unknown) => unknown>>;
export const name = (object: unknown): string => asText(at(object, 'metadata', 'name')) ?? '';

const columnsOf: Readonly<Record<string, Columns>> = {
  nodes: { Name: name, 'OS-Image': (node) => at(node, 'status', 'nodeInfo', 'osImage') ?? '<unknown>' },
  nodereports: {
    Name: name,
    Verdict: (report) => at(report, 'status', 'verdict') ?? null,
    Calico: (report) => at(report, 'status', 'calicoVersion') ?? null,
    OS: (report) => at(report, 'status', 'facts', 'operatingSystem', 'prettyName') ?? null,
    Kernel: (report) => at(report, 'status', 'facts', 'kernelRelease') ?? null,
    Agent: (report) => at(report, 'status', 'agentVersion') ?? null,
    ObservedAt: (report) => at(report, 'status', 'observedAt') ?? null,
    Compact: (report) => at(report, 'status', 'compact') ?? null,
  },
};

/** A table as far as the plugin reads one. */
export function tableOf(
  plural: string,
  objects: readonly unknown[],
  metadata: Untyped,
  include: string | null,
): Untyped {
  const columns = columnsOf[plural] ?? { Name: name };
  return {
    kind: 'Table',
    metadata,
    columnDefinitions: Object.keys(columns).map((column) => ({ name: column })),
    rows: objects.map((object) => ({
      cells: Object.values(columns).map((cell) => cell(object)),
      object: include === 'None' ? null : { metadata: at(object, 'metadata') },
    })),
  };
}
