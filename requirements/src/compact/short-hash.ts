const modulus = 2 ** 32;

/**
 * A text of 13 characters or fewer that is another for another text, but for an accident of one in 2^53: two
 * FNV-1a sums over its UTF-16 code units (http://www.isthe.com/chongo/tech/comp/fnv/), in base 36. No protection
 * against somebody who looks for two texts of one hash.
 */
export function shortHash(text: string): string {
  let [low, high] = [0x811c9dc5, 0x9e3779b9];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b) ^ (high >>> 13);
  }
  return ((high >>> 11) * modulus + (low >>> 0)).toString(36);
}
