import type { Fact } from '../model/fact';
import { observed, unavailable } from '../model/fact';
import type { HostFactName, HostFacts, HostFactValues } from '../model/host-facts';
import { hostFactNames } from '../model/host-facts';
import type { KernelConfiguration, KernelModules, ModuleState } from '../model/kernel-module';
import { moduleStates } from '../model/kernel-module';
import type { ReportedFacts, ReportedGap, ReportedModules } from '../model/reported-facts';
import { networkdMatters } from '../model/systemd-networkd';
import type { SystemdNetworkd } from '../model/systemd-networkd';
import { reportedCapabilities, reportedSymbols } from './reported-selection';

const reportSource = 'NodeReport';
const networkdAbsent: SystemdNetworkd = { daemon: 'absent' };
/** What a report that says nothing of a fact, not even why, means by that. */
const leftOut: Readonly<Partial<Record<HostFactName, unknown>>> = { systemdNetworkd: networkdAbsent, ruleLoaders: [] };

/** The compact form of a host's facts, for the NodeReport. `fromReportedFacts` turns it back; sources are not kept. */
export function toReportedFacts(facts: HostFacts): ReportedFacts {
  const reported: Record<string, unknown> = {};
  const gaps: ReportedGap[] = [];
  for (const name of hostFactNames) {
    const fact: Fact<unknown> = facts[name];
    const value = fact.status === 'observed' ? compact(name, fact.value) : undefined;
    if (value !== undefined) reported[name] = value;
    if (fact.status === 'unavailable')
      gaps.push({ fact: name, reason: fact.reason, source: fact.source, ...(fact.detail && { detail: fact.detail }) });
  }
  return { ...reported, ...(gaps.length > 0 && { unavailable: gaps }) };
}

/**
 * The facts of a report, ready to be evaluated again under any profile. A fact the report does not carry is unavailable,
 * except for networkd and units that load rules: reports leave them out where they do not matter, and those of agents
 * that did not look for them yet are not to turn Unknown for it.
 */
export function fromReportedFacts(reported: ReportedFacts): HostFacts {
  const entries = hostFactNames.map((name) => {
    const value = reported[name];
    return [name, value === undefined || value === null ? gapOf(name, reported) : expandSafely(name, value)] as const;
  });
  return Object.fromEntries(entries) as unknown as HostFacts;
}

function gapOf(name: HostFactName, { unavailable: gaps }: ReportedFacts): Fact<unknown> {
  const gap = Array.isArray(gaps)
    ? (gaps as readonly ReportedGap[]).find((candidate) => candidate.fact === name)
    : undefined;
  if (gap === undefined && name in leftOut) return observed(leftOut[name], reportSource);
  return gap === undefined
    ? unavailable('unsupported', reportSource, `the report does not carry ${name}`)
    : unavailable(gap.reason, gap.source, gap.detail);
}

/** A report that no agent of ours wrote may hold anything. */
function expandSafely(name: HostFactName, value: unknown): Fact<unknown> {
  try {
    return observed(expand(name, value), reportSource);
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
    case 'ruleLoaders':
      return (value as HostFactValues['ruleLoaders']).length > 0 ? value : undefined;
    case 'systemdNetworkd':
      return networkdMatters(value as SystemdNetworkd) ? value : undefined;
    default:
      return value;
  }
}

function expand(name: HostFactName, value: unknown): unknown {
  switch (name) {
    case 'kernelModules':
      return statesByModule(value as ReportedModules);
    case 'kernelConfiguration':
      return valuesBySymbol(value as NonNullable<ReportedFacts['kernelConfiguration']>);
    case 'capabilities':
      return { bounding: value };
    default:
      return value;
  }
}

function modulesByState(modules: KernelModules): ReportedModules {
  const grouped: Partial<Record<ModuleState, string[]>> = {};
  for (const state of moduleStates) {
    const names = Object.keys(modules).filter((name) => modules[name] === state);
    if (names.length > 0) grouped[state] = names.sort();
  }
  return grouped;
}

function statesByModule(reported: ReportedModules): KernelModules {
  return Object.fromEntries(moduleStates.flatMap((state) => (reported[state] ?? []).map((name) => [name, state])));
}

/** `n` is kept too: a symbol that was not looked for must stay apart from one that is not set. */
function symbolsByValue(configuration: KernelConfiguration): Record<string, readonly string[]> {
  const grouped: Record<string, readonly string[]> = {};
  for (const value of ['y', 'm', 'n'] as const) {
    const symbols = reportedSymbols.filter((symbol) => configuration[symbol] === value);
    if (symbols.length > 0) grouped[value] = symbols;
  }
  return grouped;
}

function valuesBySymbol(reported: NonNullable<ReportedFacts['kernelConfiguration']>): KernelConfiguration {
  return Object.fromEntries(
    (['y', 'm', 'n'] as const).flatMap((value) => (reported[value] ?? []).map((symbol) => [symbol, value])),
  );
}
