import { flowKeys, groupings } from '@calico-readiness/requirements';
import type { FlowKey, ReportedFlowCause, ToldCause } from '@calico-readiness/requirements';
import { asAnyText, asBoolean, asNumberBetween, asOneOf, asText, asTexts, withoutGaps } from './untyped';
import type { Untyped } from './untyped';

/** Why flows fail: told by its parts, so that it can be said in any language, or else in the controller's words. */
export type ReadFlowCause = { readonly told: ToldCause } | { readonly message: string };

/** More than any cluster has. */
export const mostPairs = 1e9;
const causeKinds = [
  'everywhere',
  'path',
  'group',
  'target',
  'source',
  'pair',
] as const satisfies readonly ReportedFlowCause['kind'][];

export function asCount(most: number, value: unknown): number | undefined {
  const number = asNumberBetween(0, most, value);
  return Number.isInteger(number) ? number : undefined;
}

/** Undefined for a cause of which nothing can be told. */
export function readFlowCause(cause: Untyped): ReadFlowCause | undefined {
  const told = readTold(cause);
  if (told !== undefined) return { told };
  const message = asText(cause['message']);
  return message === undefined ? undefined : { message };
}

/** Undefined where the sentence would lack a part, or where one is of a newer version. */
function readTold(cause: Untyped): ToldCause | undefined {
  const kind = asOneOf(causeKinds, cause['kind']);
  const pairs = asCount(mostPairs, cause['pairs']);
  const flows = readFlowKeys(cause['flows']);
  const from = asAnyText(cause['from']) || undefined;
  const to = asAnyText(cause['to']) || undefined;
  if (kind === undefined || pairs === undefined || flows === undefined) return undefined;
  if (!hasItsEnds(kind, from, to)) return undefined;
  return withoutGaps({
    kind,
    flows,
    pairs,
    bothWays: asBoolean(cause['bothWays']),
    onlyLarge: asBoolean(cause['onlyLarge']),
    grouping: asOneOf(groupings, cause['grouping']),
    from,
    to,
  });
}

function readFlowKeys(value: unknown): readonly FlowKey[] | undefined {
  const texts = asTexts(value);
  const keys = texts?.flatMap((text) => asOneOf(flowKeys, text) ?? []);
  return keys !== undefined && keys.length > 0 && keys.length === texts?.length ? keys : undefined;
}

function hasItsEnds(kind: ReportedFlowCause['kind'], from: string | undefined, to: string | undefined): boolean {
  switch (kind) {
    case 'everywhere':
      return true;
    case 'group':
      return from !== undefined || to !== undefined;
    case 'path':
    case 'pair':
      return from !== undefined && to !== undefined;
    case 'target':
      return to !== undefined;
    case 'source':
      return from !== undefined;
    default:
      return kind satisfies never;
  }
}
