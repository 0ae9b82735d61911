/** Licences, by their SPDX ids, of which code may be in a bundle of a project under the Apache License 2.0. */
const allowedForCode: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** Of the parts that `parts.ts` names: fonts, drawings and documents as well, and what is in the public domain. */
const allowedForParts: ReadonlySet<string> = new Set([
  ...allowedForCode,
  'CC-BY-4.0',
  'LicenseRef-public-domain',
  'OFL-1.1',
]);

/** Whether a package under this licence may be in a bundle. */
export const isAllowedForCode = (expression: string): boolean => isAllowed(expression, allowedForCode);

/** Whether a part that `parts.ts` names may be in a bundle. */
export const isAllowedForPart = (expression: string): boolean => isAllowed(expression, allowedForParts);

/** By an SPDX expression without parentheses inside, where AND binds before OR. What is not understood is not allowed. */
function isAllowed(expression: string, allowed: ReadonlySet<string>): boolean {
  const form = /^\(([^()]*)\)$/.exec(expression)?.[1] ?? expression;
  if (/[()]/.test(form)) return false;
  return form.split(' OR ').some((choice) => choice.split(' AND ').every((id) => allowed.has(id)));
}
