import type { CompactSystem } from './compact-report';
import { absent, escapeText, unescapeText } from './line-texts';

const names = ['id', 'versionId', 'variantId', 'rhelVersion', 'openshiftVersion'] as const;
/** Between fields; between the texts of a list. Both are escaped within texts. */
const [comma, semicolon] = [',', ';'];
/** ID_LIKE is read up to eight names. */
const mostIdLike = 8;

/** The operating system as one field of a line; undefined when a text of it can't be written. */
export function writeSystem(system: CompactSystem | undefined): string | undefined {
  if (system === undefined) return absent;
  const texts = names.map((name) => optional(system[name]));
  const { idLike } = system;
  const list = idLike === undefined ? absent : idLike.length === 0 ? '' : joined(idLike.map(escapeText), semicolon);
  return joined([...texts, list], comma);
}

/** The operating system of a field: null where the report has none, undefined for what `writeSystem` would not write. */
export function readSystem(field: string): CompactSystem | null | undefined {
  if (field === absent) return null;
  const parts = field.split(comma, names.length + 2);
  const [idLikePart] = parts.slice(names.length);
  if (parts.length !== names.length + 1 || idLikePart === undefined || parts[0] === absent) return undefined;
  const system: Record<string, string | readonly string[]> = {};
  for (const [index, name] of names.entries()) {
    const part = parts[index] ?? '';
    if (part === absent) continue;
    const text = unescapeText(part);
    if (text === undefined) return undefined;
    system[name] = text;
  }
  if (idLikePart !== absent) {
    const list = idLikePart === '' ? [] : idLikePart.split(semicolon, mostIdLike + 1).map(unescapeText);
    if (list.length > mostIdLike || list.includes(undefined)) return undefined;
    system['idLike'] = list as string[];
  }
  return system as unknown as CompactSystem;
}

const optional = (text: string | undefined): string | undefined => (text === undefined ? absent : escapeText(text));

const joined = (parts: readonly (string | undefined)[], separator: string): string | undefined =>
  parts.includes(undefined) ? undefined : parts.join(separator);
