/** kube-proxy's modes on Linux. */
const modes = ['iptables', 'ipvs', 'nftables'] as const;

/** Longest configuration that is looked at; a genuine one has 1 KB. */
const longest = 64 * 1024;

/**
 * The `mode` of a KubeProxyConfiguration (kubeproxy.config.k8s.io/v1alpha1), given as YAML or JSON text. An empty or
 * missing mode is iptables, kube-proxy's default on Linux (Kubernetes documentation, kube-proxy configuration).
 * Undefined for what is no such text: another kind, a second document, a mode that is there twice or unknown.
 *
 * Reads the two lines that count instead of all of YAML: top-level keys begin a line, whatever is nested is indented.
 */
export function kubeProxyModeOfFile(text: unknown): (typeof modes)[number] | undefined {
  if (typeof text !== 'string' || text.length > longest) return undefined;
  const fields = text.trimStart().startsWith('{') ? fieldsOfJson(text) : fieldsOfYaml(text);
  if (fields === undefined || fields.kind !== 'KubeProxyConfiguration') return undefined;
  const mode = fields.mode === '' ? 'iptables' : fields.mode;
  return modes.find((known) => known === mode);
}

interface Fields {
  readonly kind: unknown;
  /** Empty if left out. */
  readonly mode: unknown;
}

function fieldsOfJson(text: string): Fields | undefined {
  try {
    const { kind, mode } = Object(JSON.parse(text)) as { readonly kind?: unknown; readonly mode?: unknown };
    return { kind, mode: mode ?? '' };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function fieldsOfYaml(text: string): Fields | undefined {
  const lines = text.split(/\r?\n/);
  const documentStarts = lines.flatMap((line, index) => (/^---(?:\s|$)/.test(line) ? [index] : []));
  const isBefore = (index: number) => lines.slice(0, index).every((line) => /^\s*(?:#.*)?$/.test(line));
  if (documentStarts.length > 1 || !documentStarts.every(isBefore)) return undefined;
  const kind = scalarOf(lines, 'kind');
  const mode = scalarOf(lines, 'mode');
  return kind === undefined || mode === undefined ? undefined : { kind, mode };
}

/** The plain or quoted value of a top-level key; empty if it is not there or null, undefined if it is there twice or no word. */
function scalarOf(lines: readonly string[], key: string): string | undefined {
  const values = lines.filter((line) => line.startsWith(`${key}:`)).map((line) => line.slice(key.length + 1));
  if (values.length !== 1) return values.length === 0 ? '' : undefined;
  const match = /^(?:\s+(?:"([A-Za-z]*)"|'([A-Za-z]*)'|([A-Za-z]+|~)))?\s*(?:\s#.*)?$/.exec(values[0] ?? '');
  if (match === null) return undefined;
  const value = match[1] ?? match[2] ?? match[3] ?? '';
  return value === '~' || value === 'null' ? '' : value;
}
