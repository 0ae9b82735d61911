import type { Message } from '../model/message';
import { msg } from '../model/message';
import type { LabelExpression, LabelOperator } from '../model/waiver';
import { labelOperators, waiverLimits } from '../model/waiver';

/** The labels of a node, by name. */
export type Labels = Readonly<Record<string, string>>;

/** One demand that a selector makes of labels; for In and NotIn with the values to compare with. */
interface Demand {
  readonly key: string;
  readonly operator: LabelOperator;
  readonly values: ReadonlySet<string>;
}

/** A label selector that was read: all of its demands have to hold, and none is held by every node. */
export interface ReadSelector {
  readonly demands: readonly Demand[];
}

/** What a selector that cannot be used is like, or the selector. */
export type SelectorReading = { readonly selector: ReadSelector } | { readonly problem: Message };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

/**
 * Reads a label selector (metav1.LabelSelector) out of JSON that anybody may have written. Undefined, null and an empty
 * selector demand nothing. What is not understood is a problem, and never a demand that is left out: a selector that says
 * less than it was meant to would cover more nodes.
 */
export function readSelector(value: unknown): SelectorReading {
  if (value === undefined || value === null) return { selector: { demands: [] } };
  if (!isRecord(value)) return { problem: msg('nodeSelector is no object') };
  const unknown = Object.keys(value).find((name) => name !== 'matchLabels' && name !== 'matchExpressions');
  if (unknown !== undefined)
    return { problem: msg('nodeSelector has a field other than matchLabels and matchExpressions') };
  const { matchLabels = {}, matchExpressions = [] } = value;
  if (!isRecord(matchLabels) || Object.keys(matchLabels).length > waiverLimits.matchLabels)
    return {
      problem: msg('matchLabels is no object of at most {{number}} labels', {
        number: String(waiverLimits.matchLabels),
      }),
    };
  if (!Array.isArray(matchExpressions) || matchExpressions.length > waiverLimits.matchExpressions)
    return {
      problem: msg('matchExpressions is no list of at most {{number}} entries', {
        number: String(waiverLimits.matchExpressions),
      }),
    };
  const demands: Demand[] = [];
  for (const [key, label] of Object.entries(matchLabels)) {
    if (typeof label !== 'string') return { problem: msg('a value of matchLabels is no text') };
    demands.push({ key, operator: 'In', values: new Set([label]) });
  }
  for (const expression of matchExpressions) {
    const demand = readExpression(expression);
    if ('text' in demand) return { problem: demand };
    demands.push(demand);
  }
  return { selector: { demands } };
}

/** The demand, or what is wrong with it. */
function readExpression(value: unknown): Demand | Message {
  const {
    key,
    operator: written,
    values,
  } = (isRecord(value) ? value : {}) as Partial<Record<keyof LabelExpression, unknown>>;
  if (typeof key !== 'string' || key === '') return msg('an entry of matchExpressions has no key');
  const operator = labelOperators.find((candidate) => candidate === written);
  if (operator === undefined)
    return msg('an operator of matchExpressions is not one of {{operators}}', { operators: labelOperators.join(', ') });
  if (operator === 'Exists' || operator === 'DoesNotExist') {
    const hasValues = values !== undefined && values !== null && !(Array.isArray(values) && values.length === 0);
    return hasValues ? msg('{{operator}} takes no values', { operator }) : { key, operator, values: new Set() };
  }
  if (!isTexts(values) || values.length === 0) return msg('{{operator}} needs a list of values', { operator });
  if (values.length > waiverLimits.values)
    return msg('{{operator}} has more than {{number}} values', { operator, number: String(waiverLimits.values) });
  return { key, operator, values: new Set(values) };
}

/**
 * Whether labels are selected, by the rules of Kubernetes: a label that is not there satisfies NotIn. Takes time by the
 * number of demands alone.
 */
export const selectorMatches = ({ demands }: ReadSelector, labels: Labels): boolean =>
  demands.every(({ key, operator, values }) => {
    const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
    switch (operator) {
      case 'In':
        return value !== undefined && values.has(value);
      case 'NotIn':
        return value === undefined || !values.has(value);
      case 'Exists':
        return value !== undefined;
      case 'DoesNotExist':
        return value === undefined;
      default:
        return operator satisfies never;
    }
  });
