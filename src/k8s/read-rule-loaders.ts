import { cloudProviders, ruleCommands } from '@calico-readiness/requirements';
import type { CloudSetup, RuleLoader } from '@calico-readiness/requirements';
import { asBoolean, asOneOf, asRecord, asText, asTexts } from './untyped';
import type { Untyped } from './untyped';

/**
 * The units of a report that load rules. Left out means that there is none, so what has not its shape is kept, as a list
 * that nothing is known of: a unit without a name that may start.
 */
export function readRuleLoaders(value: unknown): readonly RuleLoader[] | undefined {
  if (value === undefined) return undefined;
  return Array.isArray(value) ? value.map((item) => readRuleLoader(asRecord(item))) : [readRuleLoader({})];
}

const readRuleLoader = (loader: Untyped): RuleLoader => ({
  unit: asText(loader['unit']) ?? '?',
  active: asBoolean(loader['active']) ?? null,
  startsAtBoot: asBoolean(loader['startsAtBoot']) ?? null,
  command: asOneOf(ruleCommands, loader['command']) ?? 'iptables',
});

/** What a report says of nm-cloud-setup; without whether it is installed it says nothing. */
export function readCloudSetup(setup: Untyped): CloudSetup | undefined {
  const installed = asBoolean(setup['installed']);
  if (installed === undefined) return undefined;
  const providers = asTexts(setup['providers']);
  return {
    installed,
    starts: asBoolean(setup['starts']) ?? null,
    ...(providers !== undefined && { providers: cloudProviders.filter((provider) => providers.includes(provider)) }),
  };
}
