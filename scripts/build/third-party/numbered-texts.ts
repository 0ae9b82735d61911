const rule = '='.repeat(80);

/** Texts in the order in which they were first asked for; the same text has one number, however often it is needed. */
export class NumberedTexts {
  readonly #numbers = new Map<string, number>();

  /** The numbers of some texts, such as `[1] [4]`. */
  numbers(texts: readonly string[]): string {
    return texts.map((text) => `[${String(this.#number(text))}]`).join(' ');
  }

  /** All of them, each under a line with its number. */
  toString(): string {
    return [...this.#numbers].map(([text, number]) => `\n${rule}\n[${String(number)}]\n\n${text}`).join('\n');
  }

  #number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#numbers.size + 1);
    return this.#numbers.size;
  }
}
