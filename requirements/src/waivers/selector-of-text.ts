import type { Message } from '../model/message';
import { msg } from '../model/message';
import type { LabelExpression, NodeSelector } from '../model/waiver';
import { readSelector } from './label-selector';

/** What a text selects, or why it is no selector. */
export type TextReading = { readonly selector: NodeSelector } | { readonly problem: Message };

/** Names of labels, as the resource definition takes them. */
export const labelKeyPattern = /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
/** Values of labels (https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/). */
const valuePattern = /^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;
const longestKey = 317;
/** Far more than any selector within its bounds needs. */
const longestText = 8192;

/**
 * Reads a selector in the words in which kubectl takes it, the inverse of `selectorText`: `zone in (a,b),!gpu,tier!=db`.
 * An empty text selects all nodes. Takes time by the length of the text, which has a bound.
 */
export function selectorOfText(text: string): TextReading {
  if (text.length > longestText) return { problem: msg('the selector is too long') };
  if (text.trim() === '') return { selector: {} };
  const matchLabels: Record<string, string> = {};
  const matchExpressions: LabelExpression[] = [];
  for (const part of partsOf(text)) {
    const demand = demandOf(part.trim());
    if (demand === undefined)
      return { problem: msg('“{{part}}” is not a valid label selector', { part: part.trim().slice(0, 80) }) };
    const [value = ''] = demand.values ?? [];
    // A second value of one label is a demand of its own, which no node meets; a map would forget the first.
    if (demand.operator === 'In' && demand.values?.length === 1 && !Object.hasOwn(matchLabels, demand.key))
      matchLabels[demand.key] = value;
    else matchExpressions.push(demand);
  }
  const selector: NodeSelector = {
    ...(Object.keys(matchLabels).length > 0 && { matchLabels }),
    ...(matchExpressions.length > 0 && { matchExpressions }),
  };
  const reading = readSelector(selector);
  return 'problem' in reading ? reading : { selector };
}

/** What stands between commas that are in no parentheses. */
function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character !== ',' || depth !== 0) continue;
    parts.push(text.slice(start, index));
    start = index + 1;
  }
  return [...parts, text.slice(start)];
}

function demandOf(part: string): LabelExpression | undefined {
  if (part.startsWith('!')) return keyOnly(part.slice(1).trim(), 'DoesNotExist');
  const at = part.search(/[=!\s]/);
  if (at === -1) return keyOnly(part, 'Exists');
  const key = part.slice(0, at);
  const rest = part.slice(at).trim();
  const comparison = ['==', '!=', '='].find((sign) => rest.startsWith(sign));
  if (comparison !== undefined)
    return withValues(key, comparison === '!=' ? 'NotIn' : 'In', [rest.slice(comparison.length).trim()]);
  const set = ['notin', 'in'].find((word) => rest.startsWith(word));
  const list = set === undefined ? '' : rest.slice(set.length).trim();
  if (set === undefined || !list.startsWith('(') || !list.endsWith(')')) return undefined;
  const values = list.slice(1, -1).split(',');
  return withValues(
    key,
    set === 'in' ? 'In' : 'NotIn',
    values.map((value) => value.trim()),
  );
}

const isKey = (key: string): boolean => key.length <= longestKey && labelKeyPattern.test(key);

const keyOnly = (key: string, operator: 'Exists' | 'DoesNotExist'): LabelExpression | undefined =>
  isKey(key) ? { key, operator } : undefined;

const withValues = (key: string, operator: 'In' | 'NotIn', values: readonly string[]): LabelExpression | undefined =>
  isKey(key) && values.every((value) => valuePattern.test(value)) ? { key, operator, values } : undefined;
