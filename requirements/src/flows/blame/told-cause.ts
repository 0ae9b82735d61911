import type { CalicoPorts } from '../../model/profile-values';
import type { ReportedFlowCause } from '../../model/report/reported-flows';
import type { Message } from '../../model/message';
import { msg } from '../../model/message';
import type { Ring } from '../plan/ring';
import type { FlowCause } from './flow-causes';
import { flowLabel } from './flow-label';

/**
 * A cause by names, as a ClusterReport tells it. A `target` has `to`, a `source` has `from`. A `group` has `to` where the way
 * into it is blocked, and `from` where the way out is, or both ways are.
 */
export type ToldCause = Omit<ReportedFlowCause, 'message'>;

/** The cause with the names of its nodes and groups in place of their places in the ring. */
export function toldCause({ fault, flows, pairs, bothWays, onlyLarge }: FlowCause, ring: Ring): ToldCause {
  const nameOf = (place: number): string => ring.peers[place]?.name ?? '';
  const told = { kind: fault.kind, flows, pairs, ...(bothWays && { bothWays }), ...(onlyLarge && { onlyLarge }) };
  switch (fault.kind) {
    case 'everywhere':
      return told;
    case 'group': {
      const { grouping, name, way } = fault;
      if (way === 'in') return { ...told, grouping, to: name };
      return { ...told, ...(way === 'both' && { bothWays: true }), grouping, from: name };
    }
    case 'path':
      return { ...told, grouping: fault.grouping, from: fault.from, to: fault.to };
    case 'target':
      return { ...told, to: nameOf(fault.node) };
    case 'source':
      return { ...told, from: nameOf(fault.node) };
    case 'pair':
      return { ...told, from: nameOf(fault.source), to: nameOf(fault.target) };
    default:
      return fault satisfies never;
  }
}

/**
 * What a cause is, in one sentence: what is filtered, where, and for how many pairs. `written` writes their number as
 * the reader's language does.
 */
export function toldCauseSentence(
  { kind, flows, pairs, bothWays = false, from, to }: ToldCause,
  ports: CalicoPorts,
  written: (pairs: number) => string = String,
): Message {
  const flow = [...new Set(flows.map((key) => flowLabel(key, ports)))].join(', ');
  const number = written(pairs);
  const isAlone = bothWays || (from !== undefined && to !== undefined);
  switch (kind) {
    case 'everywhere':
      return msg('{{flow}} is filtered between all nodes: {{number}} pairs', { flow, number });
    case 'path':
    case 'pair':
      return betweenTwo(
        { flow, number, source: from ?? '', target: to ?? '' },
        bothWays || from === to,
        kind === 'path' && pairs > 1,
      );
    case 'group':
    case 'target':
    case 'source':
      if (isAlone)
        return msg('{{flow}} from and to {{name}} is filtered: {{number}} pairs', {
          flow,
          name: to ?? from ?? '',
          number,
        });
      return to === undefined
        ? msg('{{flow}} from {{source}} is filtered: {{number}} pairs', { flow, source: from ?? '', number })
        : msg('{{flow}} to {{target}} is filtered: {{number}} pairs', { flow, target: to, number });
    default:
      return kind satisfies never;
  }
}

interface Ends {
  readonly flow: string;
  readonly number: string;
  readonly source: string;
  readonly target: string;
}

/** Of one pair, or of both ways of one, the number says no more. */
function betweenTwo({ flow, number, source, target }: Ends, isBothWays: boolean, hasMany: boolean): Message {
  if (isBothWays)
    return hasMany
      ? msg('{{flow}} between {{one}} and {{other}} is filtered: {{number}} pairs', {
          flow,
          one: source,
          other: target,
          number,
        })
      : msg('{{flow}} between {{source}} and {{target}} is filtered', { flow, source, target });
  return hasMany
    ? msg('{{flow}} from {{source}} to {{target}} is filtered: {{number}} pairs', { flow, source, target, number })
    : msg('{{flow}} from {{source}} to {{target}} is filtered', { flow, source, target });
}
