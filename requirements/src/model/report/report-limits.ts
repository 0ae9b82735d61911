/** Longest text in a NodeReport where `reportLimits` says nothing else, in Unicode code points. */
export const defaultTextLimit = 256;

/** How much of one value a NodeReport carries. */
export interface ReportLimit {
  /** Place below `status`, with `*` for every item of a list and every key of a map. */
  readonly path: string;
  /** Longest text, in Unicode code points. */
  readonly length?: number;
  /** Most items of a list, or entries of a map. */
  readonly items?: number;
}

/**
 * What bounds a NodeReport, for the agent that cuts to it and for the schema that enforces it. The numbers are
 * several times what a genuine host needs (64 is what uname(2) and the kernel allow for a release or a module
 * name), so that only a hostile or broken host meets them, and small enough that a report of the largest
 * permitted size still fits etcd.
 */
export const reportLimits: readonly ReportLimit[] = [
  { path: 'findings', items: 128 },
  { path: 'notApplicable', items: 128 },
  { path: 'notApplicable.*', length: 63 },
  { path: 'worst', length: 128 },
  { path: 'compact', length: 1024 },
  { path: 'conditions', items: 8 },
  { path: 'profile.mtu.value.interfacePattern', length: 200 },
  { path: 'conditions.*.message', length: 512 },
  { path: 'facts.architecture', length: 64 },
  { path: 'facts.kernelRelease', length: 64 },
  { path: 'facts.operatingSystem.id', length: 64 },
  { path: 'facts.operatingSystem.versionId', length: 64 },
  { path: 'facts.operatingSystem.idLike', items: 8 },
  { path: 'facts.operatingSystem.idLike.*', length: 64 },
  { path: 'facts.operatingSystem.prettyName', length: 128 },
  { path: 'facts.operatingSystem.variantId', length: 64 },
  { path: 'facts.operatingSystem.rhelVersion', length: 64 },
  { path: 'facts.operatingSystem.openshiftVersion', length: 64 },
  { path: 'facts.capabilities', items: 64 },
  { path: 'facts.capabilities.*', length: 64 },
  { path: 'facts.kernelModules.*', items: 128 },
  { path: 'facts.kernelModules.*.*', length: 64 },
  { path: 'facts.kernelConfiguration.*', items: 64 },
  { path: 'facts.kernelConfiguration.*.*', length: 64 },
  { path: 'facts.legacyIptables.*', items: 128 },
  { path: 'facts.legacyIptables.*.*', length: 64 },
  { path: 'facts.networkManager.configurationFiles', items: 64 },
  { path: 'facts.networkManager.manages', items: 16 },
  { path: 'facts.networkManager.live', items: 16 },
  { path: 'facts.networkManager.unmanagedLists', items: 8 },
  { path: 'facts.systemdNetworkd.manages', items: 16 },
  { path: 'facts.systemdNetworkd.files', items: 16 },
  { path: 'facts.services', items: 32 },
  { path: 'facts.servicesNotInstalled', items: 32 },
  { path: 'facts.servicesNotInstalled.*', length: 64 },
  { path: 'facts.ruleLoaders', items: 16 },
  { path: 'facts.ruleLoaders.*.unit', length: 256 },
  { path: 'facts.cloudSetup.providers', items: 8 },
  { path: 'facts.cgroup2Mounts', items: 16 },
  { path: 'facts.listeners', items: 64 },
  { path: 'facts.listeners.*.address', length: 64 },
  { path: 'facts.listeners.*.process', length: 64 },
  { path: 'facts.listeners.*.unit', length: 256 },
  { path: 'facts.tunnelDevices.*', items: 16 },
  { path: 'facts.tunnelDevices.*.*', length: 64 },
  { path: 'facts.moduleLoading.atBoot', items: 128 },
  { path: 'facts.moduleLoading.atBoot.*', length: 64 },
  { path: 'facts.moduleLoading.otherReleases', items: 8 },
  { path: 'facts.moduleLoading.otherReleases.*', length: 64 },
  { path: 'facts.flowTests.flows', items: 14 },
  { path: 'facts.flowTests.flows.*.failing', items: 10 },
  { path: 'facts.flowTests.flows.*.external.missing', items: 4 },
  { path: 'facts.flowTests.flows.*.external.missing.*', length: 64 },
  { path: 'facts.flowTests.flows.*.failing.*.peer', length: 128 },
  { path: 'facts.flowTests.flows.*.failing.*.said', length: 64 },
  { path: 'flowTest.peers', items: 20 },
  { path: 'flowTest.peers.*.peer', length: 253 },
  { path: 'facts.apiAccess.ways', items: 16 },
  { path: 'facts.apiAccess.ways.*.address', length: 64 },
  { path: 'facts.apiAccess.ways.*.said', length: 64 },
  { path: 'facts.unavailable', items: 32 },
  { path: 'facts.unavailable.*.fact', length: 63 },
];

/** What the limits say of a place and of those below it; `order` is where the limit stands in the list. */
interface LimitedPlace {
  readonly below: Map<string, LimitedPlace>;
  limit?: ReportLimit;
  order: number;
}

const place = (): LimitedPlace => ({ below: new Map(), order: Infinity });
const top = place();
for (const [order, limit] of reportLimits.entries()) {
  let at = top;
  for (const segment of limit.path.split('.')) {
    const next = at.below.get(segment) ?? place();
    at.below.set(segment, next);
    at = next;
  }
  if (at.limit === undefined) Object.assign(at, { limit, order });
}

/** The limit that holds at a place below `status`, given as its path segments: the first in the list of those that do. */
export const reportLimitAt = (segments: readonly string[]): ReportLimit | undefined => lookUp(top, segments, 0)?.limit;

function lookUp(at: LimitedPlace, segments: readonly string[], depth: number): LimitedPlace | undefined {
  const segment = segments[depth];
  if (segment === undefined) return at;
  const named = segment === '*' ? undefined : at.below.get(segment);
  const any = at.below.get('*');
  const one = named && lookUp(named, segments, depth + 1);
  const other = any && lookUp(any, segments, depth + 1);
  if (one === undefined || other === undefined) return one ?? other;
  return one.order <= other.order ? one : other;
}
