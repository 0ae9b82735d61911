import { endOfMatch } from './counting-matcher';

type Method = (this: unknown, ...given: unknown[]) => unknown;
type Cost = (result: unknown, self: unknown, given: readonly unknown[]) => number;

let counting = false;
let steps = 0;

const lengthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? Number(Reflect.get(value, 'length')) : String(value).length;
const one: Cost = () => 1;
const ofSelf: Cost = (_result, self) => lengthOf(self);
const ofResult: Cost = (result) => lengthOf(result) + 1;
const ofGiven: Cost = (_result, _self, [first]) => lengthOf(first) + 1;
/** What a search went over: from where it began to where it found something, else to the end. */
const upToFound: Cost = (found, self, [, start]) =>
  (typeof found === 'number' && found >= 0 ? found : lengthOf(self)) - (typeof start === 'number' ? start : 0) + 1;
const downToFound: Cost = (found, self) => lengthOf(self) - Number(found);
const removed: Cost = (result, self) => lengthOf(self) - lengthOf(result) + 1;

const arrayIterator: object = Object.getPrototypeOf([][Symbol.iterator]()) as object;

/** What each call costs, in characters or items that are looked at. A part of a text costs nothing to make: V8 keeps where it lies. */
const costs: readonly (readonly [object, readonly string[], Cost])[] = [
  [String.prototype, ['charAt', 'charCodeAt', 'codePointAt', 'at', 'slice', 'substring'], one],
  [String.prototype, ['indexOf'], upToFound],
  [String.prototype, ['lastIndexOf'], downToFound],
  [String.prototype, ['includes', 'toLowerCase', 'toUpperCase', 'padStart', 'repeat'], ofSelf],
  [String.prototype, ['startsWith', 'endsWith'], ofGiven],
  [String.prototype, ['trim', 'trimStart', 'trimEnd'], removed],
  [Array.prototype, ['push'], (_result, _self, given) => given.length],
  [Array.prototype, ['at', 'pop'], one],
  [Array.prototype, ['indexOf'], upToFound],
  [Array.prototype, ['lastIndexOf'], downToFound],
  [Array.prototype, ['includes', 'reverse', 'join'], ofSelf],
  [Array.prototype, ['slice', 'concat', 'flat'], ofResult],
  [arrayIterator, ['next'], one],
  [Map.prototype, ['get', 'set', 'has', 'delete'], one],
  [Set.prototype, ['has', 'add', 'delete'], one],
  [Buffer.prototype, ['readUInt32BE', 'subarray'], one],
  [Buffer.prototype, ['indexOf'], upToFound],
  [Buffer.prototype, ['toString'], ofResult],
];

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
