import type { Judgement } from '../../model/requirement';

/**
 * One judgement of what is known without traffic, as who holds a port, and of what traffic showed. A failure counts most, then a
 * warning, then what is Unknown. Traffic that passes is enough only where everything else was seen (`isSeen`) and hinders
 * nothing: a port that another process holds is lost to Calico whatever passes today. Undefined where neither says anything.
 */
export function judgeTraffic(
  conflict: Judgement | undefined,
  flows: Judgement | undefined,
  isSeen: boolean,
): Judgement | undefined {
  if (conflict?.outcome === 'unmet') return conflict;
  if (flows?.outcome === 'unmet') return flows;
  if (conflict !== undefined) return conflict;
  return flows?.outcome === 'met' && !isSeen
    ? { ...flows, outcome: 'undetermined', reason: 'FlowHolderUnknown' }
    : flows;
}
