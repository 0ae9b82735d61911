import type { NetworkManagerControl } from '../../derived/network-manager-control';
import { describeNetworkManager, networkManagerControl } from '../../derived/network-manager-control';
import type { SystemdNetworkdControl } from '../../derived/systemd-networkd-control';
import { describeSystemdNetworkd, systemdNetworkdControl } from '../../derived/systemd-networkd-control';
import type { Fact } from '../../model/fact';
import type { CalicoInterface, NetworkManager } from '../../model/network-manager';
import type { Judgement } from '../../model/requirement';
import type { SystemdNetworkd } from '../../model/systemd-networkd';

type Verdict = Pick<Judgement, 'outcome' | 'reason'>;

const verdicts: Record<NetworkManagerControl, Verdict> = {
  'not-installed': { outcome: 'met', reason: 'NetworkManagerNotInstalled' },
  ignored: { outcome: 'met', reason: 'InterfaceIgnored' },
  managed: { outcome: 'unmet', reason: 'InterfaceManaged' },
  'reload-needed': { outcome: 'unmet', reason: 'ReloadNeeded' },
  // Its next reload or start, or the next change to the interface, may end that.
  'managed-later': { outcome: 'caution', reason: 'InterfaceManagedLater' },
  // It does no harm now, and nothing says that it will be started.
  'managed-when-started': { outcome: 'caution', reason: 'InterfaceManagedOnceStarted' },
  // The steps of the document are not completed, and after its next start the node has no network at all.
  'refuses-configuration': { outcome: 'unmet', reason: 'ConfigurationRefused' },
  undetermined: { outcome: 'undetermined', reason: 'NetworkManagerUndecided' },
};

const networkdVerdicts: Partial<Record<SystemdNetworkdControl, Verdict>> = {
  manages: { outcome: 'unmet', reason: 'NetworkdManages' },
  // It does no harm before the next boot.
  'manages-later': { outcome: 'caution', reason: 'NetworkdManagesLater' },
  undetermined: { outcome: 'undetermined', reason: 'NetworkdUndecided' },
};

/**
 * What could not be decided of one may be a failure, which a caution about the other must not hide. Of two that are
 * equally bad NetworkManager's is told, which the requirements document speaks of.
 */
const worstFirst: readonly Judgement['outcome'][] = ['unmet', 'undetermined', 'caution', 'met'];

/** What the host's two network managers make of these interfaces: the worse of both, and what was seen of both. */
export function judgeNetworkManagers(
  networkManager: NetworkManager,
  networkd: Fact<SystemdNetworkd>,
  interfaces: readonly CalicoInterface[],
): Judgement {
  const first = verdicts[networkManagerControl(networkManager, interfaces)];
  const second = networkdVerdicts[systemdNetworkdControl(networkd, interfaces)];
  const secondIsWorse = second !== undefined && worstFirst.indexOf(second.outcome) < worstFirst.indexOf(first.outcome);
  const { outcome, reason } = secondIsWorse ? second : first;
  const seenOfFirst = describeNetworkManager(networkManager, interfaces);
  const seenOfSecond = describeSystemdNetworkd(networkd, interfaces);
  if (seenOfSecond === undefined) return { outcome, reason, observed: seenOfFirst };
  return {
    outcome,
    reason,
    observed: secondIsWorse ? `${seenOfSecond}; ${seenOfFirst}` : `${seenOfFirst}; ${seenOfSecond}`,
  };
}
