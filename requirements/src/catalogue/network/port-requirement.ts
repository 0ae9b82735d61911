import type { ComponentPort } from '../../derived/port-use';
import { describePorts, portHolder } from '../../derived/port-use';
import { msg } from '../../model/message';
import type { ProfileValues } from '../../model/profile-values';
import type { Judgement, Requirement } from '../../model/requirement';
import { defineRequirement } from '../../model/requirement';

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
  readonly ports: (profile: ProfileValues) => readonly ComponentPort[];
}

/**
 * A requirement that a port be open between nodes. Traffic decides it; the only thing that facts of this
 * node alone can show is that another process holds the port, so that Calico will not get it.
 */
export const portRequirement = ({ use, ports, ...row }: PortRow): Requirement =>
  defineRequirement({
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
    },
    needs: [],
    consults: ['listeners'],
    evaluate: (_facts, { profile, facts }): Judgement => {
      const observed = describePorts(facts.listeners, ports(profile));
      switch (portHolder(facts.listeners, ports(profile))) {
        case 'other':
          return { outcome: 'unmet', reason: 'PortHeldByOther', observed };
        case 'unidentified':
          return { outcome: 'undetermined', reason: 'PortHolderUnknown', observed };
        default:
          return { outcome: 'undetermined', reason: 'NotTested', observed: `${observed}: not tested` };
      }
    },
  });
