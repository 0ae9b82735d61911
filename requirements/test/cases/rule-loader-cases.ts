import type { RuleLoader } from '../../src/model/rule-loader';
import type { ServiceState } from '../../src/model/service';
import type { RequirementCase } from '../requirement-case';
import { disabled, stockValues } from '../stock-host';

const active: ServiceState = { load: 'loaded', enablement: 'enabled', active: true, startsAtBoot: true };
const loader: RuleLoader = { unit: 'my-rules.service', active: true, startsAtBoot: true, command: 'iptables-restore' };

const loaders = (
  when: string,
  ruleLoaders: readonly RuleLoader[],
  expected: Pick<RequirementCase, 'verdict' | 'reason' | 'observed'>,
  more: Pick<RequirementCase, 'facts' | 'profile'> = {},
): RequirementCase => ({
  requirement: 'iptables-managers-disabled',
  when: `a unit of the host's own ${when}`,
  ...more,
  facts: { ...more.facts, ruleLoaders },
  ...expected,
});

/** Of units of the host's own that load rules. */
export const ruleLoaderCases: readonly RequirementCase[] = [
  loaders('loads rules', [loader], {
    verdict: 'Warn',
    reason: 'OwnUnitLoadsRules',
    observed: 'my-rules.service: active, starts at boot, runs iptables-restore',
  }),
  loaders('loads rules at the next boot only', [{ ...loader, active: false, command: 'nft' }], {
    verdict: 'Warn',
    reason: 'OwnUnitLoadsRules',
    observed: 'my-rules.service: inactive, starts at boot, runs nft',
  }),
  loaders('has loaded rules and does not start again', [{ ...loader, startsAtBoot: false }], {
    verdict: 'Warn',
    reason: 'OwnUnitLoadsRules',
  }),
  loaders('would load rules and does not start', [{ ...loader, active: false, startsAtBoot: false }], {
    verdict: 'Pass',
    reason: 'ManagersOff',
  }),
  loaders('that loads rules may start or not', [{ ...loader, active: false, startsAtBoot: null }], {
    verdict: 'Unknown',
    reason: 'ManagerUndecided',
    observed: 'my-rules.service: inactive, start at boot unknown, runs iptables-restore',
  }),
  loaders(
    'loads rules beside an active manager',
    [loader],
    { verdict: 'Fail', reason: 'ManagerActive', observed: 'nftables.service: active, enabled' },
    { facts: { services: { ...stockValues.services, 'nftables.service': active } } },
  ),
  loaders(
    'loads rules while another manager was not seen',
    [loader],
    { verdict: 'Unknown', reason: 'ManagerUndecided' },
    { facts: { services: { ...stockValues.services, 'ferm.service': { ...disabled, active: null } } } },
  ),
  loaders(
    'loads rules beside Docker',
    [loader],
    { verdict: 'Warn', reason: 'OwnUnitLoadsRules' },
    { facts: { services: { ...stockValues.services, 'docker.service': active } }, profile: { dataplane: 'Nftables' } },
  ),
  {
    requirement: 'iptables-managers-disabled',
    when: "the units of the host's own could not be read",
    without: ['ruleLoaders'],
    verdict: 'Unknown',
    reason: 'ManagerUndecided',
    observed: 'units that load rules: not-found (a test)',
  },
];
