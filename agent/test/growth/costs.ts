/** What a call costs, given what it gave back, whose method it is and what it was given. */
export type Cost = (result: unknown, self: unknown, given: readonly unknown[]) => number;

export const lengthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? Number(Reflect.get(value, 'length')) : String(value).length;
const one: Cost = () => 1;
export const ofSelf: Cost = (_result, self) => lengthOf(self);
const ofResult: Cost = (result) => lengthOf(result) + 1;
const ofGiven: Cost = (_result, _self, [first]) => lengthOf(first) + 1;
/** What a search went over: from where it began to where it found something, else to the end. */
const upToFound: Cost = (found, self, [, start]) =>
  (typeof found === 'number' && found >= 0 ? found : lengthOf(self)) - (typeof start === 'number' ? start : 0) + 1;
const downToFound: Cost = (found, self) => lengthOf(self) - Number(found);
const removed: Cost = (result, self) => lengthOf(self) - lengthOf(result) + 1;

const arrayIterator: object = Object.getPrototypeOf([][Symbol.iterator]()) as object;

/** What each call costs, in characters or items that are looked at. A part of a text costs nothing to make: V8 keeps where it lies. */
export const costs: readonly (readonly [object, readonly string[], Cost])[] = [
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
