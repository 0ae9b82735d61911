/** Most API servers that are tested; a control plane has three or five. */
const mostServers = 15;

/** The EndpointSlice that kube-apiserver keeps of itself (k8s.io/kubernetes/pkg/controlplane/reconcilers). */
export const ownEndpointSlice = '/apis/discovery.k8s.io/v1/namespaces/default/endpointslices/kubernetes';

/** The API servers of an EndpointSlice as `address:port`, each once; whatever the object holds, at most 15. */
export function serversOf(slice: object): readonly string[] {
  const { endpoints, ports } = slice as { readonly endpoints?: unknown; readonly ports?: unknown };
  const port = listOf(ports)
    .map((item) => item['port'])
    .find((candidate) => typeof candidate === 'number' && candidate > 0 && candidate < 65_536);
  if (port === undefined) return [];
  const addresses = listOf(endpoints)
    .filter(isReady)
    .flatMap(({ addresses: its }): unknown[] => (Array.isArray(its) ? its : []))
    .filter((address): address is string => typeof address === 'string' && /^[0-9A-Fa-f.:]{2,45}$/.test(address));
  return [...new Set(addresses.map((address) => hostAndPort(address, String(port))))].slice(0, mostServers);
}

/** The address that pods are told of the API (`KUBERNETES_SERVICE_HOST`, `KUBERNETES_SERVICE_PORT`); undefined outside of pods. */
export function serviceOf(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const host = environment['KUBERNETES_SERVICE_HOST'] ?? '';
  const port = environment['KUBERNETES_SERVICE_PORT'] ?? '';
  return host === '' || port === '' ? undefined : hostAndPort(host, port);
}

/** The address of a Service within the cluster, as its first port has it; undefined for one without an address. */
export function clusterServiceOf(service: object): string | undefined {
  const { clusterIP, ports } = ((service as { readonly spec?: unknown }).spec ?? {}) as Item;
  const port = listOf(ports)[0]?.['port'];
  return typeof clusterIP === 'string' && /^[0-9A-Fa-f.:]{2,45}$/.test(clusterIP) && typeof port === 'number'
    ? hostAndPort(clusterIP, String(port))
    : undefined;
}

const hostAndPort = (host: string, port: string): string =>
  host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;

type Item = Readonly<Record<string, unknown>>;

const listOf = (value: unknown): readonly Item[] =>
  (Array.isArray(value) ? (value as readonly unknown[]) : []).filter(
    (item): item is Item => typeof item === 'object' && item !== null,
  );

/** An endpoint without a word about it is ready (discovery.k8s.io/v1). */
const isReady = ({ conditions }: Item): boolean =>
  typeof conditions !== 'object' || conditions === null || (conditions as Item)['ready'] !== false;
