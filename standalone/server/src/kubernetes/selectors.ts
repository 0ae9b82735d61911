import type { KubernetesObject } from './kubernetes-object';
import { StatusError } from './status';

export type ObjectFilter = (object: KubernetesObject) => boolean;

const field = (object: KubernetesObject, name: string): string => {
  if (name === 'metadata.name') return object.metadata.name;
  if (name === 'metadata.namespace') return object.metadata.namespace ?? '';
  throw new StatusError('BadRequest', `field label not supported: ${name}`);
};

const fieldTerm = (term: string): ObjectFilter => {
  const match = /^([^=!]+)(==|=|!=)(.*)$/.exec(term);
  const [, name = '', operator = '', value = ''] = match ?? [];
  if (match === null) throw new StatusError('BadRequest', `invalid field selector: ${term}`);
  return (object) => (field(object, name) === value) === (operator !== '!=');
};

const labelTerm = (term: string): ObjectFilter => {
  const set = /^([^\s!=,()]+)\s+(in|notin)\s+\(([^)]*)\)$/.exec(term);
  if (set !== null) {
    const [, key = '', operator = '', list = ''] = set;
    const values = list.split(',').map((value) => value.trim());
    return ({ metadata: { labels } }) => values.includes(labels?.[key] ?? '\0') === (operator === 'in');
  }
  const comparison = /^([^\s!=,()]+)\s*(==|=|!=)\s*([^\s!=,()]*)$/.exec(term);
  if (comparison !== null) {
    const [, key = '', operator = '', value = ''] = comparison;
    return ({ metadata: { labels } }) => (labels?.[key] === value) === (operator !== '!=');
  }
  const existence = /^(!?)\s*([^\s!=,()]+)$/.exec(term);
  if (existence !== null) {
    const [, negation = '', key = ''] = existence;
    return ({ metadata: { labels } }) => (labels?.[key] !== undefined) === (negation === '');
  }
  throw new StatusError('BadRequest', `unable to parse requirement: ${term}`);
};

/** Commas inside the parentheses of `in (a,b)` do not separate terms. */
const terms = (selector: string): string[] =>
  selector
    .split(/,(?![^(]*\))/)
    .map((term) => term.trim())
    .filter((term) => term !== '');

/** Both selectors of a LIST or WATCH as one predicate. */
export const parseSelectors = (labelSelector: string | null, fieldSelector: string | null): ObjectFilter => {
  const filters = [...terms(labelSelector ?? '').map(labelTerm), ...terms(fieldSelector ?? '').map(fieldTerm)];
  return (object) => filters.every((filter) => filter(object));
};
