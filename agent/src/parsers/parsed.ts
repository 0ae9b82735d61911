/**
 * What a parser makes of a host file: its value, or why the text is not what the file should hold. A parser
 * never throws and never takes half a file for a whole one, because what the missing half says would be
 * taken for absent.
 */
export type Parsed<T> =
  { readonly status: 'parsed'; readonly value: T } | { readonly status: 'malformed'; readonly detail: string };

/** The text was understood. */
export const parsed = <T>(value: T): Parsed<T> => ({ status: 'parsed', value });

/** The text is not what it should be; `detail` is for a person and quotes nothing of the host. */
export const malformed = (detail: string): { readonly status: 'malformed'; readonly detail: string } => ({
  status: 'malformed',
  detail,
});
