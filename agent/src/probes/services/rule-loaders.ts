import type { Fact, RuleCommand, RuleLoader } from '@calico-readiness/requirements';
import { observed, unavailable, watchedUnits } from '@calico-readiness/requirements';
import type { Host } from '../../host/host';
import type { HostFiles } from '../../host/host-files';
import { remember } from '../../host/memory/remember';
import { parseServiceSection } from '../../parsers/systemd-service';
import { ruleCommandOf } from '../../programs/systemd/rule-commands';
import { startCommands } from '../../programs/systemd/service-lines';
import { isHostRoot } from '../host-evidence';
import type { Probe } from '../probe';
import { readServiceTexts } from './service-files';
import { startedServices } from './unit-candidates';
import type { UnitListing } from './unit-listings';
import { listUnitDirectories } from './unit-listings';
import { readUnitStates } from './unit-states';

const source = 'etc/systemd/system';

/** A genuine host has a handful of services that load rules of their own. */
const mostLoaders = 64;

/** The services of this host that load packet-filter rules and that no list of firewall managers knows. */
export const ruleLoadersProbe: Probe<'ruleLoaders'> = {
  name: 'rule-loaders',
  facts: ['ruleLoaders'],
  gather: async (host) => ({ ruleLoaders: await gatherRuleLoaders(host) }),
};

async function gatherRuleLoaders(host: Host): Promise<Fact<readonly RuleLoader[]>> {
  const listings = await listUnitDirectories(host);
  if (listings.status === 'unavailable') return listings;
  const services = await startedServices(host, listings.value);
  if (services.status === 'unavailable') return services;
  // What is read here is a few hundred files at most, one after another.
  const loading = new Map<string, RuleCommand>();
  for (const unit of services.value) {
    if (isKnown(unit)) continue;
    const look = ({ files }: Host) => commandOf(files, listings.value, unit);
    const command = await remember(host, `rule command of ${unit}`, look, [listings]);
    if (command.status === 'unavailable') return command;
    if (command.value !== undefined) loading.set(unit, command.value);
    if (loading.size > mostLoaders)
      return unavailable('too-large', source, `more than ${String(mostLoaders)} services load rules`);
  }
  if (loading.size === 0 && !(await isHostRoot(host)))
    return unavailable('not-found', source, 'the root is not that of an installed system');
  return loading.size === 0 ? observed([], source) : withStates(host, loading);
}

/** Units that have their own place among the services, and their own verdict. */
const isKnown = (unit: string): boolean => watchedUnits.some((watched) => watched === unit);

async function commandOf(
  files: HostFiles,
  listings: readonly UnitListing[],
  unit: string,
): Promise<Fact<RuleCommand | undefined>> {
  const texts = await readServiceTexts(files, listings, unit);
  if (texts.status === 'unavailable') return texts;
  // Most units have none of the names in them, and are not looked at any closer.
  if (!texts.value.some((text) => /ip6?tables|nft|ipset/.test(text))) return observed(undefined, unit);
  const commands = startCommands(texts.value.flatMap(parseServiceSection));
  for (const command of commands) {
    const found = ruleCommandOf(command);
    if (found !== undefined) return observed(found, unit);
  }
  return observed(undefined, unit);
}

/** Those that are active, or that the next boot starts or may start, each once by the name that it runs under. */
async function withStates(host: Host, loading: ReadonlyMap<string, RuleCommand>): Promise<Fact<readonly RuleLoader[]>> {
  const states = await readUnitStates(host, [...loading.keys()]);
  if (states.status === 'unavailable') return states;
  const loaders = new Map<string, RuleLoader>();
  for (const [name, command] of loading) {
    const state = states.value.get(name);
    if (state === undefined || isKnown(state.id)) continue;
    const { active, startsAtBoot } = state;
    if (active !== true && startsAtBoot === false) continue;
    loaders.set(state.id, { unit: state.id, active, startsAtBoot, command });
  }
  return observed(
    [...loaders.values()].sort((a, b) => (a.unit < b.unit ? -1 : 1)),
    source,
  );
}
