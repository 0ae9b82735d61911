import type { NodeVerdict, Verdict } from '@calico-readiness/requirements';
import type { createColors } from 'picocolors';

type Colours = ReturnType<typeof createColors>;

/** One symbol per verdict, one column wide and distinct by shape, as the console pages have them. */
const unicodeSymbols: Readonly<Record<Verdict, string>> = {
  Pass: '✔',
  Warn: '▲',
  Fail: '●',
  Unknown: '◆',
  NotApplicable: '–',
};

/** For terminals that show ASCII only. */
const asciiSymbols: Readonly<Record<Verdict, string>> = {
  Pass: '+',
  Warn: '!',
  Fail: 'x',
  Unknown: '?',
  NotApplicable: '-',
};

/** The symbols that this terminal can show. */
export const verdictSymbols = (unicode: boolean): Readonly<Record<Verdict, string>> =>
  unicode ? unicodeSymbols : asciiSymbols;

/** Colours a text by verdict; the word beside it says the same. */
export function inVerdictColour(verdict: Verdict, text: string, colours: Colours): string {
  switch (verdict) {
    case 'Pass':
      return colours.green(text);
    case 'Warn':
      return colours.yellow(text);
    case 'Fail':
      return colours.red(text);
    case 'Unknown':
      return colours.magenta(text);
    case 'NotApplicable':
      return colours.dim(text);
    default:
      return verdict satisfies never;
  }
}

/** The verdict of a finding that looks like a node's verdict. */
export const verdictLike: Readonly<Record<NodeVerdict, Verdict>> = {
  Ready: 'Pass',
  NotReady: 'Fail',
  Unknown: 'Unknown',
};
