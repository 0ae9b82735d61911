import type { NodeLabels, SelectsLabels } from './label-comparison';
import { comparison } from './label-comparison';
import type { SelectorToken } from './selector-tokens';
import { selectorTokens } from './selector-tokens';

/** Deepest nesting of parentheses and negations; no person writes more. */
const deepest = 32;

/**
 * Reads a selector of Calico, such as `has(rack) && rack == "1"` (Calico documentation, Selectors; projectcalico/calico
 * libcalico-go/lib/selector/parser). The empty text selects everything. Undefined for what Calico does not accept, for
 * `global()`, which speaks of namespaces, and for what is longer or deeper than any genuine one.
 */
export function readCalicoSelector(text: string): SelectsLabels | undefined {
  const tokens = selectorTokens(text);
  if (tokens === undefined) return undefined;
  if (tokens.length === 0) return () => true;
  const reader = new SelectorReader(tokens);
  const selects = reader.anyOf(0);
  return reader.atEnd() ? selects : undefined;
}

class SelectorReader {
  private at = 0;

  constructor(private readonly tokens: readonly SelectorToken[]) {}

  atEnd(): boolean {
    return this.at === this.tokens.length;
  }

  /** `a || b`, which binds least. */
  anyOf(depth: number): SelectsLabels | undefined {
    const terms = this.separated('||', () => this.allOf(depth));
    return terms && ((labels) => terms.some((term) => term(labels)));
  }

  private allOf(depth: number): SelectsLabels | undefined {
    const terms = this.separated('&&', () => this.operation(depth));
    return terms && ((labels) => terms.every((term) => term(labels)));
  }

  private separated(separator: string, read: () => SelectsLabels | undefined): readonly SelectsLabels[] | undefined {
    const terms: SelectsLabels[] = [];
    do {
      const term = read();
      if (term === undefined) return undefined;
      terms.push(term);
    } while (this.take(separator));
    return terms;
  }

  private operation(depth: number): SelectsLabels | undefined {
    let negated = false;
    while (this.take('!')) negated = !negated;
    const selects = this.positive(depth);
    return selects && negated ? (labels) => !selects(labels) : selects;
  }

  private positive(depth: number): SelectsLabels | undefined {
    const token = this.tokens[this.at];
    this.at += 1;
    switch (token?.kind) {
      case 'all':
        return () => true;
      case 'has':
        return (labels) => Object.hasOwn(labels, token.value);
      case 'label':
        return this.comparison(token.value);
      case '(': {
        const inner = depth < deepest ? this.anyOf(depth + 1) : undefined;
        return this.take(')') ? inner : undefined;
      }
      default:
        return undefined;
    }
  }

  /** `!=` and `not in` also select what lacks the label. */
  private comparison(label: string): SelectsLabels | undefined {
    const of = (labels: NodeLabels): string | undefined => (Object.hasOwn(labels, label) ? labels[label] : undefined);
    const operator = this.tokens[this.at]?.kind;
    this.at += 1;
    if (operator === 'in' || operator === 'not in') {
      const values = this.set();
      if (values === undefined) return undefined;
      const within = operator === 'in';
      return (labels) => values.has(of(labels) ?? '\0') === within;
    }
    const token = this.tokens[this.at];
    this.at += 1;
    return operator === undefined || token?.kind !== 'text' ? undefined : comparison(of, operator, token.value);
  }

  /** `{"a", "b"}`; a comma may end it, and it may be empty. */
  private set(): ReadonlySet<string> | undefined {
    if (!this.take('{')) return undefined;
    const values = new Set<string>();
    for (let token = this.tokens[this.at]; token?.kind === 'text'; token = this.tokens[this.at]) {
      values.add(token.value);
      this.at += 1;
      if (!this.take(',')) break;
    }
    return this.take('}') ? values : undefined;
  }

  private take(kind: string): boolean {
    if (this.tokens[this.at]?.kind !== kind) return false;
    this.at += 1;
    return true;
  }
}
