import { clouds, modprobeProgramStates, moduleStates, unavailableReasons } from '@calico-readiness/requirements';
import type { ModuleLoading, OperatingSystem, ReportedFacts, ReportedGap } from '@calico-readiness/requirements';
import { readIpv6Devices, readListeners } from './read-network-facts';
import { readNetworkManager, readSystemdNetworkd } from './read-network-daemons';
import { readCloudSetup, readRuleLoaders } from './read-rule-loaders';
import { readServices } from './read-services';
import { readApiAccess, readFlowTests } from './read-tested-facts';
import { asAnyText, asBoolean, asList, asOneOf, asRecord, asText, asTexts, withoutGaps } from './untyped';
import type { Untyped } from './untyped';

/** One reading for each fact that a report may carry: a fact that is forgotten here does not compile. */
type EveryFact = { readonly [Name in keyof Required<ReportedFacts>]: ReportedFacts[Name] };

/** The facts of a report. One that has not the shape of its name is left out, which makes it unavailable, not absent. */
export function readReportedFacts(value: unknown): ReportedFacts {
  const facts = asRecord(value);
  const read = {
    architecture: asText(facts['architecture']),
    kernelRelease: asText(facts['kernelRelease']),
    operatingSystem: readOperatingSystem(asRecord(facts['operatingSystem'])),
    capabilities: asTexts(facts['capabilities']),
    kernelModules: readLists(moduleStates, facts['kernelModules']),
    kernelConfiguration: readLists(['y', 'm', 'n'], facts['kernelConfiguration']),
    legacyIptables: readLists(
      ['tables', 'ip6Tables', 'matches', 'targets'],
      facts['legacyIptables'],
      'all',
    ) as ReportedFacts['legacyIptables'],
    networkManager: readNetworkManager(asRecord(facts['networkManager'])),
    systemdNetworkd:
      facts['systemdNetworkd'] === undefined ? undefined : readSystemdNetworkd(asRecord(facts['systemdNetworkd'])),
    services: readServices(facts['services']),
    servicesNotInstalled: asTexts(facts['servicesNotInstalled']),
    ruleLoaders: readRuleLoaders(facts['ruleLoaders']),
    cloudSetup: readCloudSetup(asRecord(facts['cloudSetup'])),
    ipv6Enabled: asBoolean(facts['ipv6Enabled']),
    kernelTypeInformation: asBoolean(facts['kernelTypeInformation']),
    cgroup2Mounts: asTexts(facts['cgroup2Mounts']),
    cgroup2Supported: asBoolean(facts['cgroup2Supported']),
    bpfFilesystemMounted: asBoolean(facts['bpfFilesystemMounted']),
    lockdown: asOneOf(['none', 'integrity', 'confidentiality', 'absent'], facts['lockdown']),
    listeners: readListeners(facts['listeners']),
    tunnelDevices: readLists(['vxlan', 'wireguard'], facts['tunnelDevices'], 'all') as ReportedFacts['tunnelDevices'],
    ipv6Devices: readIpv6Devices(asRecord(facts['ipv6Devices'])),
    cloud: asOneOf(clouds, facts['cloud']),
    modprobePath: asAnyText(facts['modprobePath']),
    moduleLoading:
      facts['moduleLoading'] === undefined ? undefined : readModuleLoading(asRecord(facts['moduleLoading'])),
    flowTests: readFlowTests(facts['flowTests']),
    apiAccess: readApiAccess(facts['apiAccess']),
    unavailable: readGaps(facts['unavailable']),
  } satisfies EveryFact;
  return withoutGaps(read);
}

function readOperatingSystem(system: Untyped): OperatingSystem | undefined {
  const id = asText(system['id']);
  if (id === undefined) return undefined;
  return withoutGaps({
    id,
    versionId: asText(system['versionId']),
    idLike: asTexts(system['idLike']),
    prettyName: asText(system['prettyName']),
    variantId: asText(system['variantId']),
    rhelVersion: asText(system['rhelVersion']),
    openshiftVersion: asText(system['openshiftVersion']),
  });
}

/** An object of lists of texts. With 'all', every list has to be there. */
function readLists<Name extends string>(
  names: readonly Name[],
  value: unknown,
  demand: 'some' | 'all' = 'some',
): { readonly [N in Name]?: readonly string[] } | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const record = asRecord(value);
  const present = names.filter((name) => record[name] !== undefined);
  if (demand === 'all' && present.length < names.length) return undefined;
  const lists = present.map((name) => [name, asTexts(record[name])] as const);
  if (lists.some(([, list]) => list === undefined)) return undefined;
  return Object.fromEntries(lists) as { readonly [N in Name]?: readonly string[] };
}

/** One whose shape is not its own says nothing of the program, and leaves out what could not be read. */
function readModuleLoading(loading: Untyped): ModuleLoading {
  return withoutGaps({
    program: asOneOf(modprobeProgramStates, loading['program']) ?? 'unseen',
    helper: asAnyText(loading['helper']),
    atBoot: asTexts(loading['atBoot']),
    otherReleases: asTexts(loading['otherReleases']),
  });
}

function readGaps(value: unknown): readonly ReportedGap[] | undefined {
  const gaps = asList(value).flatMap((item): ReportedGap[] => {
    const gap = asRecord(item);
    const fact = asText(gap['fact']);
    if (fact === undefined) return [];
    // A gap for a reason of a later agent is a gap all the same; some facts would count as ordinary without it.
    const reason = asOneOf(unavailableReasons, gap['reason']) ?? 'unsupported';
    return [withoutGaps({ fact, reason, source: asText(gap['source']) ?? '', detail: asText(gap['detail']) })];
  });
  return gaps.length > 0 ? gaps : undefined;
}
