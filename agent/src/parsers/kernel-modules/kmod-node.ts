/** What the high bits of a node's place say that it holds; the rest is its offset in the file (kmod, libkmod-index.c). */
const withPrefix = 0x8000_0000;
const withValues = 0x4000_0000;
const withChildren = 0x2000_0000;
const offsetMask = 0x0fff_ffff;
/** Keys are 7-bit ASCII. */
const firstNonAscii = 128;

/**
 * Where the parts of one node of an index lie in the file, from one node to the next: a genuine file has some ten thousand,
 * and most of them lead to keys that nobody asks for.
 */
export class KmodNode {
  /** What its key has more than that of its parent and the character that leads here, as offsets. */
  prefixStart = 0;
  prefixEnd = 0;
  /** The characters that may lead on, first to last; none when the last is before the first. */
  firstCharacter = 0;
  lastCharacter = -1;
  /** How many values it has, and what it takes in the file. */
  values = 0;
  bytes = 0;
  private childrenStart = 0;
  private valuesStart = 0;

  constructor(private readonly file: Buffer) {}

  /** Goes to the node at a place. False where it does not end in the file. */
  goTo(place: number): boolean {
    const { file } = this;
    const start = place & offsetMask;
    if (start > file.length) return false;
    let position = start;
    [this.prefixStart, this.prefixEnd] = [start, start];
    if ((place & withPrefix) !== 0) {
      this.prefixEnd = file.indexOf(0, start);
      if (this.prefixEnd < 0) return false;
      position = this.prefixEnd + 1;
    }
    [this.firstCharacter, this.lastCharacter] = [0, -1];
    if ((place & withChildren) !== 0) {
      if (position + 2 > file.length) return false;
      const [first, last] = [file.readUInt8(position), file.readUInt8(position + 1)];
      this.childrenStart = position + 2;
      position = this.childrenStart + 4 * (last - first + 1);
      if (first > last || last >= firstNonAscii || position > file.length) return false;
      [this.firstCharacter, this.lastCharacter] = [first, last];
    }
    this.values = 0;
    if ((place & withValues) !== 0) {
      if (position + 4 > file.length) return false;
      this.values = file.readUInt32BE(position);
      this.valuesStart = position + 4;
      position = this.endOfValues();
      if (position < 0) return false;
    }
    this.bytes = position - start;
    return true;
  }

  /** The place of the child behind a character; 0 for none. */
  childAt(character: number): number {
    const place = this.file.readUInt32BE(this.childrenStart + 4 * (character - this.firstCharacter));
    return (place & offsetMask) === 0 ? 0 : place;
  }

  /** The values, lowest priority first. */
  *valueTexts(): Generator<string> {
    let position = this.valuesStart;
    for (let count = this.values; count > 0; count -= 1) {
      const end = this.file.indexOf(0, position + 4);
      yield this.file.toString('latin1', position + 4, end);
      position = end + 1;
    }
  }

  /** Negative where one of them does not end in the file. */
  private endOfValues(): number {
    let position = this.valuesStart;
    for (let count = this.values; count > 0; count -= 1) {
      // Each value stands behind its priority.
      const end = position + 4 < this.file.length ? this.file.indexOf(0, position + 4) : -1;
      if (end < 0) return -1;
      position = end + 1;
    }
    return position;
  }
}
