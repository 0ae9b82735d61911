import type { Fact } from '../model/fact';
import { observed, unavailable } from '../model/fact';
import type { FlowTests } from '../model/traffic/flow-tests';
import type { HostFactName, HostFacts, HostFactValues } from '../model/host-facts';
import { hostFactNames } from '../model/host-facts';
import type { KernelConfiguration, KernelModules } from '../model/kernel-module';
import type { ReportedFacts, ReportedGap, ReportedModules } from '../model/report/reported-facts';
import type { Services } from '../model/service';
import { isLeftOut, isLeftOutGap, isTested, leftOutFacts, notTested } from './left-out-facts';
import { fewFailingPeers, mostNamedPeers } from './reported-flow-tests';
import { modulesByState, statesByModule, symbolsByValue, valuesBySymbol } from './reported-kernel';
import { reportedCapabilities } from './reported-selection';
import { fromReportedServices, toReportedServices } from './reported-services';

export { notTested, testedFactNames } from './left-out-facts';
export type { TestedFacts } from './left-out-facts';
export { fewFailingPeers } from './reported-flow-tests';

const reportSource = 'NodeReport';

/** The compact form of a host's facts, for the NodeReport. `fromReportedFacts` turns it back; sources are not kept. */
export function toReportedFacts(facts: HostFacts): ReportedFacts {
  const reported: Record<string, unknown> = {};
  const gaps: ReportedGap[] = [];
  for (const name of hostFactNames) {
    const fact: Fact<unknown> = facts[name];
    const value = fact.status === 'observed' && !isLeftOut(name, fact.value) ? compact(name, fact.value) : undefined;
    if (value !== undefined) Object.assign(reported, name === 'services' ? value : { [name]: value });
    if (fact.status === 'unavailable' && !isLeftOutGap(name, fact))
      gaps.push({ fact: name, reason: fact.reason, source: fact.source, ...(fact.detail && { detail: fact.detail }) });
  }
  return { ...reported, ...(gaps.length > 0 && { unavailable: gaps }) };
}

/**
 * The facts of a report, ready to be evaluated again under any profile. A fact the report does not carry is unavailable,
 * except for those of `leftOutFacts`: reports leave them out where they do not matter, and those of agents that
 * did not look for them yet are not to turn Unknown for them.
 */
export function fromReportedFacts(reported: ReportedFacts): HostFacts {
  const facts: Partial<Record<HostFactName, Fact<unknown>>> = {};
  for (const name of hostFactNames) {
    const value = reported[name];
    facts[name] = value === undefined || value === null ? gapOf(name, reported) : expandSafely(name, reported);
  }
  return facts as HostFacts;
}

function gapOf(name: HostFactName, { unavailable: gaps }: ReportedFacts): Fact<unknown> {
  const gap = Array.isArray(gaps)
    ? (gaps as readonly ReportedGap[]).find((candidate) => candidate.fact === name)
    : undefined;
  if (gap === undefined && leftOutFacts[name] !== undefined) return observed(leftOutFacts[name], reportSource);
  if (gap === undefined && isTested(name)) return notTested(reportSource);
  return gap === undefined
    ? unavailable('unsupported', reportSource, `the report does not carry ${name}`)
    : unavailable(gap.reason, gap.source, gap.detail);
}

/** A report that no agent of ours wrote may hold anything. */
function expandSafely(name: HostFactName, reported: ReportedFacts): Fact<unknown> {
  try {
    return observed(expand(name, reported), reportSource);
  } catch (error) {
    return unavailable('malformed', reportSource, error instanceof Error ? error.message : String(error));
  }
}

function compact(name: HostFactName, value: unknown): unknown {
  switch (name) {
    case 'kernelModules':
      return modulesByState(value as KernelModules);
    case 'kernelConfiguration':
      return symbolsByValue(value as KernelConfiguration);
    case 'capabilities':
      return reportedCapabilities.filter((name) => (value as HostFactValues['capabilities']).bounding.includes(name));
    case 'services':
      return toReportedServices(value as Services);
    case 'flowTests':
      return fewFailingPeers(value as FlowTests, mostNamedPeers);
    default:
      return value;
  }
}

function expand(name: HostFactName, reported: ReportedFacts): unknown {
  const value: unknown = reported[name];
  switch (name) {
    case 'kernelModules':
      return statesByModule(value as ReportedModules);
    case 'kernelConfiguration':
      return valuesBySymbol(value as NonNullable<ReportedFacts['kernelConfiguration']>);
    case 'capabilities':
      return { bounding: value };
    case 'services':
      return fromReportedServices({
        services: value as Services,
        servicesNotInstalled: reported.servicesNotInstalled,
      });
    default:
      return value;
  }
}
