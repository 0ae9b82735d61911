import { describeUnit, firewallActivity } from '../../derived/firewall-activity';
import { firewallUnits } from '../../derived/firewall-units';
import type { Fact } from '../../model/fact';
import type { Dataplane } from '../../model/profile-choices';
import { msg } from '../../model/message';
import type { Judgement } from '../../model/requirement';
import { defineRequirement } from '../../model/requirement';
import type { RuleLoader } from '../../model/rule-loader';
import type { Services } from '../../model/service';
import { always } from '../applicability';
import { documentation } from '../documentation';
import { quotes, quoting } from '../quotes';
import { judgeDocker, judgeLoaders } from './iptables-managers-beside';

const units = firewallUnits.filter((unit) => unit !== 'firewalld.service');

export const iptablesManagersDisabled = defineRequirement({
  id: 'iptables-managers-disabled',
  chapter: 'node',
  scope: 'host',
  level: 'required',
  origin: quoting(quotes.firewall, quotes.firewallHarm),
  title: msg('Other iptables managers are disabled'),
  failureTitle: msg('Another iptables manager is not disabled'),
  shortTitle: msg('Other rule mgrs'),
  rationale: msg(
    "Such a service replaces or flushes rules when it starts, reloads or stops, and Calico's rules with them.",
  ),
  needed: msg('None active, none starts at boot'),
  remedy: msg('Stop the service and mask it.'),
  guide: 'firewalld',
  links: documentation.hostFirewall,
  verifyCommand: `systemctl list-units --all ${units.join(' ')}`,
  reasons: {
    ManagersOff: { title: msg('No other iptables manager is active or starts at boot') },
    ManagerActive: { title: msg('Another iptables manager is active') },
    ManagerStartsAtBoot: { title: msg('Another iptables manager starts at the next boot') },
    OwnUnitLoadsRules: {
      title: msg('A unit of this host, known as no firewall manager, loads packet-filter rules'),
      remedy: msg(
        'Look at what the unit loads. If it drops or replaces what Calico needs, write it as Calico HostEndpoint and GlobalNetworkPolicy objects and disable the unit.',
      ),
    },
    DockerDropsForwarded: {
      title: msg('Docker may drop forwarded pod traffic that the nftables data plane accepts'),
      remedy: msg(
        'Stop and mask Docker if nothing needs it; otherwise set ip-forward-no-drop to true in /etc/docker/daemon.json (Docker 28 or later) and reboot the node.',
      ),
    },
    ManagerUndecided: {
      title: msg('Cannot determine whether another iptables manager is active or starts at boot'),
    },
  },
  appliesTo: always,
  needs: ['services'],
  consults: ['ruleLoaders'],
  evaluate: ({ services }, { profile, facts }) => judge(services, facts.ruleLoaders, profile.dataplane),
});

function judge(services: Services, loaders: Fact<readonly RuleLoader[]>, dataplane: Dataplane): Judgement {
  const activities = units.map((unit) => ({ unit, activity: firewallActivity(unit, services[unit]) }));
  const describe = (wanted: string): string =>
    activities
      .filter(({ activity }) => activity === wanted)
      .map(({ unit }) => describeUnit(unit, services[unit]))
      .join('; ');
  const working = describe('working');
  if (working !== '') return { outcome: 'unmet', reason: 'ManagerActive', observed: working };
  const starting = describe('starts-at-boot');
  if (starting !== '') return { outcome: 'unmet', reason: 'ManagerStartsAtBoot', observed: starting };
  const undetermined = describe('undetermined');
  if (undetermined !== '') return { outcome: 'undetermined', reason: 'ManagerUndecided', observed: undetermined };
  const further = [judgeLoaders(loaders), judgeDocker(services, dataplane)];
  return (
    further.find((judgement) => judgement?.outcome === 'undetermined') ??
    further.find((judgement) => judgement !== undefined) ?? {
      outcome: 'met',
      reason: 'ManagersOff',
      observed: describeInstalled(services),
    }
  );
}

function describeInstalled(services: Services): string {
  const installed = units.filter((unit) => services[unit] !== undefined && services[unit].load !== 'not-found');
  return installed.length === 0
    ? 'none installed'
    : installed.map((unit) => describeUnit(unit, services[unit])).join('; ');
}
