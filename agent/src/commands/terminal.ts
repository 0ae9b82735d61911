import type { PrintStyle } from '../print/printable-report';

/** What is known of the place where the output goes. */
export interface Terminal {
  readonly isTerminal: boolean;
  readonly columns?: number | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Wide enough for three columns, and about what a code review or an e-mail shows. */
const widthWithoutTerminal = 100;
const widthOfSilentTerminal = 80;
/** Beyond this the eye loses the line. */
const widest = 160;
const narrowest = 60;

/**
 * How to print there. Colour needs a terminal that is not dumb and no NO_COLOR (no-color.org); CI and FORCE_COLOR
 * change nothing, because what is piped must stay plain. Unicode needs a UTF-8 locale (locale(7)).
 */
export function printStyleFor({ isTerminal, columns, environment }: Terminal): PrintStyle {
  const width = isTerminal ? (columns ?? 0) || widthOfSilentTerminal : widthWithoutTerminal;
  return {
    width: Math.min(widest, Math.max(narrowest, width)),
    colour: isTerminal && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb',
    unicode: /utf-?8/i.test(environment['LC_ALL'] || environment['LC_CTYPE'] || environment['LANG'] || ''),
  };
}
