/** The bytes of an IPv4 address, or of an IPv6 address in its canonical form (RFC 5952). */
export function addressBytes(address: string): Uint8Array {
  if (!address.includes(':')) return Uint8Array.from(address.split('.').map(Number));
  const [head = '', tail] = address.split('::');
  const [before, after] = [groupsOf(head), groupsOf(tail ?? '')];
  const zeros = new Array<number>(Math.max(0, 8 - before.length - after.length)).fill(0);
  const groups = tail === undefined ? before : [...before, ...zeros, ...after];
  return Uint8Array.from(groups.flatMap((group) => [group >> 8, group & 0xff]));
}

const groupsOf = (text: string): readonly number[] =>
  text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));

/** The address that four or sixteen bytes are, in its canonical form. */
export function addressOfBytes(bytes: Uint8Array): string {
  if (bytes.length === 4) return bytes.join('.');
  const groups = Array.from({ length: 8 }, (_unused, index) =>
    (((bytes[2 * index] ?? 0) << 8) | (bytes[2 * index + 1] ?? 0)).toString(16),
  );
  const address = new URL(`http://[${groups.join(':')}]`).hostname;
  return address.slice(1, -1);
}
