/** Errors of HTTP clients quote the header that they refuse; errors that are longer are cut. */
const longestText = 2000;

/** `Authorization: Bearer …`, in any case, and JSON Web Tokens wherever they stand (RFC 7519: three parts, the first begins with `{"`). */
const secrets = [
  [/\b(bearer|basic)(\s+|%20)[\w\-.~+/%]+=*/gi, '$1 [redacted]'],
  [/\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g, '[redacted]'],
] as const;

/** A text for a log or a terminal without what would let its reader log in. */
export const withoutSecrets = (text: string): string =>
  secrets.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), text.slice(0, longestText));
