/**
 * An address of a socket table: the words of the address in memory, each printed as a hexadecimal number in the byte order of
 * the processor (get_tcp4_sock in net/ipv4/tcp_ipv4.c). Eight digits are IPv4, thirty-two IPv6.
 */
export function printedAddress(hexadecimal: string, byteOrder: 'little' | 'big'): string {
  const words = hexadecimal.match(/.{8}/g) ?? [];
  const bytes = words.flatMap((word) => {
    const inMemory = (word.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16) & 0xff);
    return byteOrder === 'little' ? inMemory.reverse() : inMemory;
  });
  if (bytes.length === 4) return bytes.join('.');
  const groups = Array.from(
    { length: 8 },
    (_unused, index) => ((bytes[2 * index] ?? 0) << 8) | (bytes[2 * index + 1] ?? 0),
  );
  // The URL parser writes IPv6 addresses in their canonical form (RFC 5952).
  return new URL(`http://[${groups.map((group) => group.toString(16)).join(':')}]`).hostname.slice(1, -1);
}
