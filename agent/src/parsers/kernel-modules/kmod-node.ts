/** What the high bits of a node's place say that it holds; the rest is its offset in the file (kmod, libkmod-index.c). */
const withPrefix = 0x8000_0000;
const withValues = 0x4000_0000;
const withChildren = 0x2000_0000;
const offsetMask = 0x0fff_ffff;
/** Keys are 7-bit ASCII. */
const firstNonAscii = 128;
/** Each value stands behind its priority, and ends with a NUL byte. */
const priorityBytes = 4;
export const bytesAroundValue = priorityBytes + 1;

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
  /** How many values it says that it has. */
  values = 0;
  private start = 0;
  private childrenStart = 0;
  private valuesStart = 0;

  constructor(private readonly file: Buffer) {}

  /** Goes to the node at a place. False where what is before its values does not end in the file. */
  goTo(place: number): boolean {
    const { file } = this;
    const start = place & offsetMask;
    if (start > file.length) return false;
    let position = start;
    this.start = start;
    this.prefixStart = start;
    this.prefixEnd = start;
    if ((place & withPrefix) !== 0) {
      this.prefixEnd = file.indexOf(0, start);
      if (this.prefixEnd < 0) return false;
      position = this.prefixEnd + 1;
    }
    this.firstCharacter = 0;
    this.lastCharacter = -1;
    if ((place & withChildren) !== 0) {
      if (position + 2 > file.length) return false;
      const first = file.readUInt8(position);
      const last = file.readUInt8(position + 1);
      this.childrenStart = position + 2;
      position = this.childrenStart + 4 * (last - first + 1);
      if (first > last || last >= firstNonAscii || position > file.length) return false;
      this.firstCharacter = first;
      this.lastCharacter = last;
    }
    this.values = 0;
    this.valuesStart = position;
    if ((place & withValues) !== 0) {
      if (position + 4 > file.length) return false;
      this.values = file.readUInt32BE(position);
      this.valuesStart = position + 4;
    }
    return true;
  }

  /** What it takes in the file before its values. */
  get headBytes(): number {
    return this.valuesStart - this.start;
  }

  /** The place of the child behind a character; 0 for none. */
  childAt(character: number): number {
    if (character < this.firstCharacter || character > this.lastCharacter) return 0;
    const place = this.file.readUInt32BE(this.childrenStart + 4 * (character - this.firstCharacter));
    return (place & offsetMask) === 0 ? 0 : place;
  }

  /** The values, lowest priority first; undefined where they do not end in the file, or are more or longer than these. */
  valueTexts(most = Infinity, longest = Infinity): readonly string[] | undefined {
    const texts: string[] = [];
    let position = this.valuesStart;
    for (let count = this.values; count > 0; count -= 1) {
      const start = position + priorityBytes;
      const end = start < this.file.length ? this.file.indexOf(0, start) : -1;
      if (end < 0 || end - start > longest || texts.length === most) return undefined;
      texts.push(this.file.toString('latin1', start, end));
      position = end + 1;
    }
    return texts;
  }
}
