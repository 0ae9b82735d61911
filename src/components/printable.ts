/** Control characters, and the invisible ones that reorder or hide text: what a host may send to deceive a reader. */
const deceptive = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu;

/** Untrusted text made safe to look at: each deceptive character becomes a visible replacement, too long a text is cut. */
export function printable(text: string, longest = 256): string {
  const characters = Array.from(text.slice(0, longest * 2));
  const cut = characters.length > longest || text.length > longest * 2;
  return (cut ? [...characters.slice(0, longest - 1), '…'] : characters).join('').replace(deceptive, '\uFFFD');
}
