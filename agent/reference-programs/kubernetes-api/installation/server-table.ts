import type { KubernetesClient } from '../kubernetes-client';

interface Table {
  readonly columnDefinitions: readonly {
    readonly name: string;
    readonly priority: number;
    readonly format: string;
    readonly type: string;
  }[];
  readonly rows: readonly { readonly cells: readonly (string | number | null)[] }[];
}

/** A list as `kubectl get` prints it: the API says columns and cells, and what goes with time becomes `…`. */
export async function serverTable(client: KubernetesClient, path: string): Promise<string> {
  const accept = 'application/json;as=Table;g=meta.k8s.io;v=v1';
  const { columnDefinitions, rows } = (await client.do('GET', path, { accept })) as unknown as Table;
  const shown = columnDefinitions.flatMap(({ priority }, index) => (priority === 0 ? [index] : []));
  const lines = [
    shown.map((index) => columnDefinitions[index]?.name.toUpperCase() ?? ''),
    ...rows.map(({ cells }) =>
      shown.map((index) => (columnDefinitions[index]?.type === 'date' ? '…' : String(cells[index] ?? ''))),
    ),
  ];
  const widths = shown.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('   ')
        .trimEnd(),
    )
    .join('\n');
}
