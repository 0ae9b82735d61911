import type { ComponentPort } from '../../derived/port-use';
import { describePorts, portHolder } from '../../derived/port-use';
import { observed as seen } from '../../model/fact';
import type { FlowProtocol } from '../../model/traffic/flow';
import type { HostFactName, HostFacts } from '../../model/host-facts';
import type { Listener } from '../../model/host-network';
import { msg } from '../../model/message';
import type { ProfileValues } from '../../model/profile-values';
import type { Judgement, ReasonText, Requirement } from '../../model/requirement';
import { defineRequirement } from '../../model/requirement';
import { judgeFlows } from './flow-judgement';
import { flowReasons } from './flow-reasons';
import { judgeTraffic } from './traffic-judgement';

/** What is known of a port that a device of the kernel binds: no process is found for its socket. */
export interface DevicesOfPort {
  readonly reasons: Readonly<Record<string, ReasonText>>;
  readonly consults: readonly HostFactName[];
  /** What the devices of the host make of it, `bound` or not; undefined where the port is Calico's, or shared with it. */
  readonly judge: (
    facts: HostFacts,
    profile: ProfileValues,
    seen: { readonly observed: string; readonly bound: boolean },
  ) => Judgement | undefined;
}

/** What tells one requirement about a port from the others. */
interface PortRow extends Pick<
  Requirement,
  | 'id'
  | 'origin'
  | 'title'
  | 'failureTitle'
  | 'shortTitle'
  | 'rationale'
  | 'needed'
  | 'appliesTo'
  | 'links'
  | 'verifyCommand'
> {
  /** What uses the port, for titles. */
  readonly use: string;
  readonly protocol: FlowProtocol;
  readonly ports: (profile: ProfileValues) => readonly ComponentPort[];
  /** What traffic of this one alone may give as a reason. */
  readonly reasons?: Readonly<Record<string, ReasonText>>;
  /** For a port that a device of the kernel binds. */
  readonly devices?: DevicesOfPort;
}

const nobody = seen<readonly Listener[]>([], '');

/**
 * A requirement that a port be open between nodes. Traffic decides it; what facts of this node alone can show is that
 * somebody else holds the port, so that Calico will not get it.
 */
export function portRequirement({ use, protocol, ports, reasons, devices, ...row }: PortRow): Requirement {
  return defineRequirement({
    ...row,
    chapter: 'network',
    scope: 'flow',
    level: 'required',
    remedy: msg('Allow this traffic between the nodes in host firewalls, security groups and network firewalls.'),
    guide: 'ports',
    reasons: {
      PortHeldByOther: {
        title: msg('Another process holds the port of {{use}}', { use }),
        remedy: msg('Stop the process that holds the port, or configure another port.'),
      },
      PortHolderUnknown: { title: msg('An unidentified process holds the port of {{use}}', { use }) },
      NotTested: { title: msg('{{use}} traffic between nodes is not tested yet', { use }) },
      ...devices?.reasons,
      ...flowReasons(use),
      ...reasons,
    },
    needs: [],
    consults: ['listeners', ...(devices?.consults ?? []), 'flowTests'],
    evaluate: (_facts, { profile, facts }): Judgement => {
      const observed = describePorts(facts.listeners, ports(profile));
      const flows = judgeFlows(facts.flowTests, profile, { protocol, label: describePorts(nobody, ports(profile)) });
      const conflict = judgeHolder(facts, profile, observed);
      const isSeen = ['listeners' as const, ...(devices?.consults ?? [])].every(
        (name) => facts[name].status === 'observed',
      );
      return (
        judgeTraffic(conflict, flows, isSeen) ?? {
          outcome: 'undetermined',
          reason: 'NotTested',
          observed: `${observed}: not tested`,
        }
      );
    },
  });

  /** What the sockets and devices of this node alone say; undefined where the port is Calico's to have. */
  function judgeHolder(facts: HostFacts, profile: ProfileValues, observed: string): Judgement | undefined {
    const holder = portHolder(facts.listeners, ports(profile));
    switch (holder) {
      case 'other':
        return { outcome: 'unmet', reason: 'PortHeldByOther', observed };
      case 'unidentified':
        return { outcome: 'undetermined', reason: 'PortHolderUnknown', observed };
      case 'kernel':
      case 'free':
      case 'calico':
        if (facts.listeners.status === 'unavailable') return undefined;
        return devices?.judge(facts, profile, { observed, bound: holder === 'kernel' });
      default:
        return holder satisfies never;
    }
  }
}
