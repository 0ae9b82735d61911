import type { Cost } from './costs';
import { costs, lengthOf, ofSelf } from './costs';
import { endOfMatch } from './counting-matcher';

type Method = (this: unknown, ...given: unknown[]) => unknown;
let counting = false;
let steps = 0;

/** Methods of lists that ask a function about one item after the other. */
const asking = ['map', 'flatMap', 'filter', 'find', 'findIndex', 'some', 'every', 'reduce', 'forEach', 'sort'];

function methodOf(target: object, name: string): Method {
  return Reflect.get(target, name) as Method;
}

/** Puts a counting method in the place of one; gives back what takes it away again. */
function replaced(target: object, name: string, make: (native: Method) => Method): () => void {
  const before = Object.getOwnPropertyDescriptor(target, name);
  const value = make(methodOf(target, name));
  Object.defineProperty(target, name, { value, configurable: true, writable: true, enumerable: false });
  return () => {
    if (before === undefined) Reflect.deleteProperty(target, name);
    else Object.defineProperty(target, name, before);
  };
}

const withCost =
  (cost: Cost) =>
  (native: Method): Method =>
    function (this: unknown, ...given) {
      const length = counting && cost === ofSelf ? lengthOf(this) : 0;
      const result = native.apply(this, given);
      if (counting) steps += cost === ofSelf ? length : cost(result, this, given);
      return result;
    };

const withAsked = (native: Method): Method =>
  function (this: unknown, ask, ...others) {
    if (!counting || typeof ask !== 'function') return native.call(this, ask, ...others);
    const counted: Method = function (this: unknown, ...given) {
      steps += 1;
      return (ask as Method).apply(this, given);
    };
    return native.call(this, counted, ...others);
  };

/** Every use of a regular expression comes through `exec`, also within split(), replace() and matchAll() once it is not the engine's own. */
const withAttempts = (native: Method): Method =>
  function (this: unknown, given) {
    if (!counting) return native.call(this, given);
    counting = false;
    try {
      const form = this as RegExp;
      const text = String(given);
      const start = form.global || form.sticky ? form.lastIndex : 0;
      const result = native.call(form, text) as RegExpExecArray | null;
      checked(form, text, start, result);
      return result;
    } finally {
      counting = true;
    }
  };

function checked(form: RegExp, text: string, start: number, result: RegExpExecArray | null): void {
  let end: number | undefined;
  let at = start;
  for (; at <= text.length; at += 1) {
    end = endOfMatch(form, text, at, () => (steps += 1));
    if (end !== undefined || form.sticky) break;
  }
  const native = result === null ? undefined : result.index + result[0].length;
  if (native !== end) throw new Error(`${String(form)} ends at ${String(native)} and was counted to ${String(end)}`);
}

/**
 * The steps that a call takes: characters and items that it looks at through the methods of texts, lists, maps and regular expressions.
 * Of the last each attempt counts, as an engine makes it that goes back where it fails. Loops count by what they look at.
 */
export function countSteps(call: () => unknown): number {
  const restore = [
    ...costs.flatMap(([target, names, cost]) => names.map((name) => replaced(target, name, withCost(cost)))),
    ...asking.map((name) => replaced(Array.prototype, name, withAsked)),
    replaced(RegExp.prototype, 'exec', withAttempts),
    ...['split', 'replaceAll', 'replace'].map((name) => replaced(String.prototype, name, withCost(ofSelf))),
  ];
  steps = 0;
  counting = true;
  try {
    call();
  } finally {
    counting = false;
    for (const undo of restore.reverse()) undo();
  }
  return steps;
}
