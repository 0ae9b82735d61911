import { causeRemark, flowLabel, flowOf, toldCauseSentence } from '@calico-readiness/requirements';
import type { CalicoPorts, FlowKey, FlowProtocol, Grouping } from '@calico-readiness/requirements';
import { printable } from '../printable';
import type { ReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { ReadFlowCause } from '../../k8s/read-flow-cause';

/** Names, which no language translates. */
const protocolNames: Record<FlowProtocol, string> = {
  bgp: 'BGP',
  ipip: 'IP-in-IP',
  vxlan: 'VXLAN',
  typha: 'Typha',
  wireguard: 'WireGuard',
};

const longestName = 253;

/** A flow by its protocol, its port, and the size of its packets where they are large. */
export function flowName({ t }: ReadinessTranslation, key: FlowKey, ports: CalicoPorts): string {
  const { protocol, large } = flowOf(key);
  const flow = t('{{title}}: {{value}}', { title: protocolNames[protocol], value: flowLabel(key, ports) });
  return large ? t('{{flow}}, large packets', { flow }) : flow;
}

/** What a cause is, in the user's language; one of a newer version in the controller's words. */
export function flowCauseText(
  { message, number }: ReadinessTranslation,
  cause: ReadFlowCause,
  ports: CalicoPorts,
): string {
  if ('message' in cause) return printable(cause.message, 512);
  const { from, to, ...told } = cause.told;
  const named = {
    ...told,
    ...(from !== undefined && { from: printable(from, longestName) }),
    ...(to !== undefined && { to: printable(to, longestName) }),
  };
  const sentence = message(toldCauseSentence(named, ports, number));
  const remark = causeRemark({ onlyLarge: told.onlyLarge === true });
  return remark === undefined ? sentence : `${sentence}. ${message(remark)}`;
}

/** A group by its name; nodes may have none. */
export function groupName({ t }: ReadinessTranslation, grouping: Grouping | undefined, name: string): string {
  if (name !== '') return printable(name, 63);
  switch (grouping) {
    case 'zone':
      return t('No zone');
    case 'pool':
      return t('No pool');
    case 'subnet':
      return t('No subnet');
    case undefined:
      return t('No group');
    default:
      return grouping satisfies never;
  }
}

/** The heads of a table from groups to groups. */
export function groupingHeads(
  { t }: ReadinessTranslation,
  grouping: Grouping | undefined,
): { from: string; to: string } {
  switch (grouping) {
    case 'zone':
      return { from: t('From zone'), to: t('To zone') };
    case 'pool':
      return { from: t('From pool'), to: t('To pool') };
    case 'subnet':
      return { from: t('From subnet'), to: t('To subnet') };
    case undefined:
      return { from: t('From'), to: t('To') };
    default:
      return grouping satisfies never;
  }
}
