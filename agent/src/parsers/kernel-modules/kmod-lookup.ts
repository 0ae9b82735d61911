import type { Parsed } from '../parsed';
import { malformed, parsed } from '../parsed';
import type { OpenKmodIndex } from './kmod-index';
import { cutOffNode, longestKey, openKmodIndex } from './kmod-index';
import { KmodNode } from './kmod-node';

/** Genuine keys have one value each in `modules.dep.bin`, and some dozens at most in `modules.alias.bin`. */
const mostValues = 1024;
/** The paths of a module and of some dozens of others. */
const longestValue = 64 * 1024;

/**
 * Looks up what an index says of single keys, as kmod does (index_mm_search in libkmod-index.c): it goes from node to node by
 * the characters of the key and looks at no other. What is broken elsewhere in the file disturbs neither of them.
 */
export class KmodLookup {
  private readonly node: KmodNode;

  private constructor(private readonly index: OpenKmodIndex) {
    this.node = new KmodNode(index.file);
  }

  /** Malformed where the head is, and where the file was cut off. */
  static open(bytes: Uint8Array): Parsed<KmodLookup> {
    const index = openKmodIndex(bytes);
    if (index.status === 'malformed') return index;
    const lookup = new KmodLookup(index.value);
    return lookup.hasLastNode() ? parsed(lookup) : malformed(cutOffNode);
  }

  /**
   * What depmod(8) writes last is the first node, or, in later versions, the one that the last characters lead to (index_write in depmod.c).
   * Both are on the way to the latter.
   */
  private hasLastNode(): boolean {
    const { node } = this;
    let place = this.index.root;
    for (let length = 0; place !== 0; length += 1) {
      if (length > longestKey || !node.goTo(place) || node.valueTexts(mostValues, longestValue) === undefined)
        return false;
      place = node.childAt(node.lastCharacter);
    }
    return true;
  }

  /** The values of a key, lowest priority first; `malformed` where a node on the way to them is not in the file, or they are more than any genuine ones. */
  valuesOf(key: string): readonly string[] | 'malformed' {
    const { node } = this;
    let place = this.index.root;
    for (let at = 0; ; at += 1) {
      if (!node.goTo(place)) return 'malformed';
      const prefixed = at + node.prefixEnd - node.prefixStart;
      if (!this.hasPrefixAt(key, at)) return [];
      at = prefixed;
      if (at === key.length) return node.valueTexts(mostValues, longestValue) ?? 'malformed';
      place = node.childAt(key.charCodeAt(at));
      if (place === 0) return [];
    }
  }

  /** Whether a key goes on from a character with the prefix of the node. */
  private hasPrefixAt(key: string, at: number): boolean {
    const { prefixStart, prefixEnd } = this.node;
    for (let position = prefixStart; position < prefixEnd; position += 1)
      if (key.charCodeAt(at + position - prefixStart) !== this.index.file[position]) return false;
    return true;
  }
}
