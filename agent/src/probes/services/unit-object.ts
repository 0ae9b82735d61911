/** The object of a unit, loaded or not: each byte that is no letter or digit as `_` and two digits (org.freedesktop.systemd1(5)). */
export const unitObject = (unit: string): string =>
  `/org/freedesktop/systemd1/unit/${[...Buffer.from(unit)].map((byte, index) => escaped(byte, index)).join('')}`;

function escaped(byte: number, index: number): string {
  const letter = String.fromCharCode(byte);
  const kept = index === 0 ? /[A-Za-z]/ : /[A-Za-z0-9]/;
  return kept.test(letter) ? letter : `_${byte.toString(16).padStart(2, '0')}`;
}
