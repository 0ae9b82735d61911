import { describeUnit, firewallActivity } from '../../derived/firewall-activity';
import { dockerUnit } from '../../derived/firewall-units';
import { describeLoader, loaderActivity } from '../../derived/rule-loader-activity';
import type { Fact } from '../../model/fact';
import type { Dataplane } from '../../model/profile-choices';
import type { Judgement } from '../../model/requirement';
import type { RuleLoader } from '../../model/rule-loader';
import type { Services } from '../../model/service';

/** What a unit that nobody knows loads may be harmless, so that it is a caution; that none was seen takes a look at all. */
export function judgeLoaders(loaders: Fact<readonly RuleLoader[]>): Judgement | undefined {
  if (loaders.status === 'unavailable') {
    const observed = `units that load rules: ${loaders.detail ?? loaders.reason} (${loaders.source})`;
    return { outcome: 'undetermined', reason: 'ManagerUndecided', observed };
  }
  const described = (wanted: 'loads' | 'undetermined'): string =>
    loaders.value
      .filter((loader) => loaderActivity(loader) === wanted)
      .map(describeLoader)
      .join('; ');
  const loading = described('loads');
  const undetermined = described('undetermined');
  if (undetermined !== '') return { outcome: 'undetermined', reason: 'ManagerUndecided', observed: undetermined };
  return loading === '' ? undefined : { outcome: 'caution', reason: 'OwnUnitLoadsRules', observed: loading };
}

/**
 * The policy of another base chain drops a packet that the chains of the nftables data plane have accepted (nft(8),
 * "VERDICT STATEMENTS"). The iptables data plane accepts in the FORWARD chain itself, before the policy counts.
 */
export function judgeDocker(services: Services, dataplane: Dataplane): Judgement | undefined {
  if (dataplane !== 'Nftables') return undefined;
  const state = services[dockerUnit];
  const observed = describeUnit(dockerUnit, state);
  const activity = firewallActivity(dockerUnit, state);
  if (activity === 'idle') return undefined;
  return activity === 'undetermined'
    ? { outcome: 'undetermined', reason: 'ManagerUndecided', observed }
    : { outcome: 'caution', reason: 'DockerDropsForwarded', observed };
}
