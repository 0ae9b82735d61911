import type { HealthPorts } from '../../derived/health-port-use';
import { healthPortUse, possibleHealthPorts } from '../../derived/health-port-use';
import type { Listener } from '../../model/host-network';
import { msg } from '../../model/message';
import type { Judgement } from '../../model/requirement';
import { defineRequirement } from '../../model/requirement';
import { always } from '../applicability';
import { documentation } from '../documentation';
import { beyond } from '../quotes';

/**
 * Felix and Typha open their health ports again every second until they get them (libcalico-go/lib/health/health.go,
 * v3.25 to v3.32: "listen tcp 127.0.0.1:9099: bind: address already in use"). Meanwhile the kubelet's liveness probe fails
 * or asks the stranger (pkg/render/node.go of tigera/operator, manifests/calico.yaml), and calico-node is started anew.
 */
export const calicoHostPortsFree = defineRequirement({
  id: 'calico-host-ports-free',
  chapter: 'node',
  scope: 'host',
  level: 'required',
  origin: beyond(
    msg(
      'Felix and Typha answer the kubelet’s health probes on ports of the node itself. Where another program holds one, the probe fails and the kubelet restarts the pod.',
    ),
  ),
  title: msg('The health ports of Felix and Typha are free'),
  failureTitle: msg('Another process holds a health port of Felix or Typha'),
  shortTitle: msg('Health ports'),
  rationale: msg('The kubelet restarts calico-node when Felix does not answer at its health port.'),
  needed: msg('TCP 9099 and 9098 on localhost, on OpenShift 9199 and 9198'),
  remedy: msg(
    'Move or stop the process that holds the port, or set healthPort in FelixConfiguration; Calico’s operator then moves Typha’s to the port before.',
  ),
  guide: 'ports',
  links: documentation.felix,
  verifyCommand:
    "ss --listening --tcp --numeric --processes '( sport = :9099 or sport = :9098 or sport = :9199 or sport = :9198 )'",
  reasons: {
    HealthPortsFree: { title: msg('Nobody but Calico holds the health ports of Felix and Typha') },
    FelixPortHeld: { title: msg('Another process holds the health port of Felix') },
    TyphaPortHeld: {
      title: msg('Another process holds the health port of Typha, which does not become ready on this node'),
    },
    HolderUnknown: { title: msg('An unidentified process holds a health port of Felix or Typha') },
    PlatformUnknown: {
      title: msg('Cannot determine whether this is OpenShift, and so whether the held port is Calico’s'),
      remedy: msg('Let the agent detect the profile, which has the port, or declare ports.felixHealth.'),
    },
    PortNotWatched: { title: msg('The profile has a health port that the agent does not look at') },
  },
  appliesTo: always,
  needs: ['listeners'],
  consults: ['operatingSystem'],
  evaluate: ({ listeners }, { profile, facts }) => {
    const judgements = possibleHealthPorts(profile, facts).map((ports) => judge(listeners, ports, profile.typha));
    const [first, ...others] = judgements as [Judgement, ...Judgement[]];
    if (others.every(({ outcome }) => outcome === first.outcome)) return first;
    const observed = judgements.map((judgement) => judgement.observed).join('; ');
    return { outcome: 'undetermined', reason: 'PlatformUnknown', observed };
  },
});

function judge(listeners: readonly Listener[], ports: HealthPorts, withTypha: boolean): Judgement {
  const felix = healthPortUse(listeners, ports.felix);
  const uses = withTypha ? [felix, healthPortUse(listeners, ports.typha)] : [felix];
  const observed = uses.map(({ described }) => described).join('; ');
  const held = (holder: string): boolean => uses.some((use) => use.holder === holder);
  if (felix.holder === 'other') return { outcome: 'unmet', reason: 'FelixPortHeld', observed };
  if (held('unwatched')) return { outcome: 'undetermined', reason: 'PortNotWatched', observed };
  if (held('unidentified')) return { outcome: 'undetermined', reason: 'HolderUnknown', observed };
  if (held('other')) return { outcome: 'caution', reason: 'TyphaPortHeld', observed };
  return { outcome: 'met', reason: 'HealthPortsFree', observed };
}
