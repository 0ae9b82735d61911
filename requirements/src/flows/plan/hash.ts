const finish = (value: number): number => {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
};

/** A whole number below 2^32 that is spread evenly over texts (FNV-1a with the finish of MurmurHash3). No protection against forgers. */
export function hashOf(text: string): number {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  return finish(sum);
}

/** A whole number below 2^32 out of several: the same for the same, and spread evenly. */
export function mixedHash(...parts: readonly number[]): number {
  let sum = 0x9e3779b9;
  for (const part of parts) sum = finish(Math.imul(sum ^ (part >>> 0), 0x01000193) + (part >>> 0));
  return sum;
}
