/**
 * What a parser makes of a host file: its value, or why the text is not what the file should hold. A parser
 * never throws and never takes half a file for a whole one, because what the missing half says would be
 * taken for absent.
 */
export type Parsed<T> = { readonly status: 'parsed'; readonly value: T } | Refused;

/** A text that is not what it should be, or, where it says `tooLarge`, that holds more than any genuine one. */
export interface Refused {
  readonly status: 'malformed';
  readonly detail: string;
  readonly tooLarge?: true;
}

/** The text was understood. */
export const parsed = <T>(value: T): Parsed<T> => ({ status: 'parsed', value });

/** The text is not what it should be; `detail` is for a person and quotes nothing of the host. */
export const malformed = (detail: string): Refused => ({ status: 'malformed', detail });

/** The text holds more than any genuine one, such as `more than 4096 names`: nothing is made of it. */
export const tooLarge = (detail: string): Refused => ({ status: 'malformed', detail, tooLarge: true });
