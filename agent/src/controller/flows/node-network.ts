import type { IpFamily } from '@calico-readiness/requirements';
import { familyOfAddress, subnetOf } from '@calico-readiness/requirements';
import { isRecord } from '../../publish/carried-on';

/** What of a Node decides which flows it has, and whether it answers now. */
export interface NodeNetwork {
  /** By which other nodes reach it; canonical or as the kubelet writes it. */
  readonly addresses: Readonly<Partial<Record<IpFamily, string>>>;
  /** The same with their prefixes, where calico-node has written them. */
  readonly networks: Readonly<Partial<Record<IpFamily, string>>>;
  readonly routeReflectorClusterId?: string;
  /** Since when the Node is Ready, milliseconds since 1970; undefined where it is not, or is cordoned. */
  readonly readySince: number | undefined;
  /** Whether it has a taint that keeps pods away, other than those that Kubernetes itself sets and takes away. */
  readonly isTainted: boolean;
}

const families: readonly IpFamily[] = ['IPv4', 'IPv6'];

/**
 * Reads a Node (v1), of which nothing is trusted. Calico's own addresses (annotations projectcalico.org/IPv4Address and
 * IPv6Address, which calico-node writes) go before the InternalIPs of status.addresses. Undefined without a status.
 */
export function readNodeNetwork(node: Readonly<Record<string, unknown>>): NodeNetwork | undefined {
  const { metadata, spec, status } = node;
  if (!isRecord(status)) return undefined;
  const annotations = isRecord(metadata) && isRecord(metadata['annotations']) ? metadata['annotations'] : {};
  const addresses: Partial<Record<IpFamily, string>> = {};
  const networks: Partial<Record<IpFamily, string>> = {};
  for (const family of families) {
    const network = networkOf(annotations[`projectcalico.org/${family}Address`], family);
    const address = network?.split('/')[0] ?? internalAddress(status['addresses'], family);
    if (network !== undefined) networks[family] = network;
    if (address !== undefined) addresses[family] = address;
  }
  const reflector = annotations['projectcalico.org/RouteReflectorClusterID'];
  const isCordoned = isRecord(spec) && spec['unschedulable'] === true;
  return {
    addresses,
    networks,
    ...(typeof reflector === 'string' && reflector !== '' && { routeReflectorClusterId: reflector }),
    readySince: isCordoned ? undefined : readySince(status['conditions']),
    isTainted: isTainted(isRecord(spec) ? spec['taints'] : undefined),
  };
}

/** Characters of an address with its prefix; a longer text is none. */
const longestNetwork = 64;

function networkOf(text: unknown, family: IpFamily): string | undefined {
  if (typeof text !== 'string' || text.length > longestNetwork || subnetOf(text) === undefined) return undefined;
  return familyOfAddress(text.split('/')[0]) === family ? text : undefined;
}

/** The first of its family, as Kubernetes itself takes it. */
function internalAddress(list: unknown, family: IpFamily): string | undefined {
  for (const entry of Array.isArray(list) ? list : [])
    if (isRecord(entry) && entry['type'] === 'InternalIP' && familyOfAddress(entry['address']) === family)
      return entry['address'] as string;
  return undefined;
}

function readySince(conditions: unknown): number | undefined {
  const ready = (Array.isArray(conditions) ? conditions : []).filter(isRecord).find(({ type }) => type === 'Ready');
  const since = ready?.['lastTransitionTime'];
  if (ready?.['status'] !== 'True' || typeof since !== 'string') return undefined;
  const time = Date.parse(since);
  return Number.isNaN(time) ? undefined : time;
}

/** Those of node.kubernetes.io say what the conditions say, but for the one of a cordon, which is read from the spec. */
const isTainted = (taints: unknown): boolean =>
  (Array.isArray(taints) ? taints : [])
    .filter(isRecord)
    .some(
      ({ key, effect }) =>
        (effect === 'NoSchedule' || effect === 'NoExecute') &&
        typeof key === 'string' &&
        !key.startsWith('node.kubernetes.io/'),
    );
