import { parseDataUrl } from './data-url';
import type { CarriedBytes, ChangedFile, ChangedLink, Unrepresented } from './machine-config-change';
import type { Parsed } from '../parsed';
import { malformed, parsed } from '../parsed';
import { isList, isObject, textOf } from '../unknown-value';

/** Bytes of a path (limits.h, PATH_MAX). */
const longestPath = 4095;

const anyoneExecutes = 0o111;

interface Files {
  readonly files: readonly ChangedFile[];
  readonly unrepresented: readonly Unrepresented[];
}

/** The files of `storage.files`. What has to be fetched from elsewhere is named, and no file is made of it. */
export function changedFiles(list: readonly unknown[]): Parsed<Files> {
  const files: ChangedFile[] = [];
  const unrepresented: Unrepresented[] = [];
  for (const [index, item] of list.entries()) {
    const path = isObject(item) ? pathOf(item) : undefined;
    const place = `in entry ${String(index + 1)} of storage.files`;
    if (!isObject(item) || path === undefined) return malformed(`has no absolute path ${place}`);
    const file = changedFile(path, item);
    if (file === 'remote') unrepresented.push({ kind: 'path', name: `/${path}` });
    else if (file.status === 'malformed') return malformed(`has a content that ${file.detail} ${place}`);
    else files.push(file.value);
  }
  return parsed({ files, unrepresented });
}

function changedFile(path: string, item: Readonly<Record<string, unknown>>): Parsed<ChangedFile> | 'remote' {
  const mode = item['mode'];
  const base = {
    path,
    overwrite: item['overwrite'] === true,
    executable: typeof mode === 'number' && (mode & anyoneExecutes) !== 0,
  };
  const contents = carriedBytes(item['contents']);
  if (contents === 'remote' || contents?.status === 'malformed') return contents;
  const given = contents?.value;
  // Specification 2 appends its one content, specification 3 has a list of what is appended.
  if (item['append'] === true) return parsed({ ...base, append: given === undefined ? [] : [given] });
  const append: CarriedBytes[] = [];
  for (const part of isList(item['append']) ? item['append'] : []) {
    const bytes = carriedBytes(part);
    if (bytes === 'remote' || bytes?.status === 'malformed') return bytes;
    if (bytes !== undefined) append.push(bytes.value);
  }
  if (given === undefined && append.length > 0) return parsed({ ...base, append });
  return parsed({ ...base, contents: given ?? { bytes: new Uint8Array(), isCompressed: false }, append });
}

/** Undefined where nothing is given; `remote` for what a node has to fetch. */
function carriedBytes(value: unknown): Parsed<CarriedBytes> | 'remote' | undefined {
  if (!isObject(value)) return undefined;
  const source = textOf(value['source']);
  if (source === undefined || source === '') return undefined;
  if (!/^data:/i.test(source)) return 'remote';
  const bytes = parseDataUrl(source);
  if (bytes.status === 'malformed') return malformed(bytes.detail);
  const compression = textOf(value['compression']) ?? '';
  if (compression !== '' && compression !== 'gzip') return malformed('has another compression than gzip');
  return parsed({ bytes: bytes.value, isCompressed: compression === 'gzip' });
}

/** The symbolic links of `storage.links`; hard ones are named. */
export function changedLinks(
  list: readonly unknown[],
): Parsed<{ readonly links: readonly ChangedLink[]; readonly unrepresented: readonly Unrepresented[] }> {
  const links: ChangedLink[] = [];
  const unrepresented: Unrepresented[] = [];
  for (const [index, item] of list.entries()) {
    const path = isObject(item) ? pathOf(item) : undefined;
    const target = isObject(item) ? textOf(item['target']) : undefined;
    if (!isObject(item) || path === undefined || target === undefined || !isUsable(target))
      return malformed(`has no absolute path or no target in entry ${String(index + 1)} of storage.links`);
    if (item['hard'] === true) unrepresented.push({ kind: 'path', name: `/${path}` });
    else links.push({ path, target });
  }
  return parsed({ links, unrepresented });
}

/** Without leading slash; undefined for what is no absolute path that leads down only. */
function pathOf(item: Readonly<Record<string, unknown>>): string | undefined {
  const path = textOf(item['path']) ?? '';
  if (!path.startsWith('/') || !isUsable(path)) return undefined;
  const names = path.split('/').filter((name) => name !== '' && name !== '.');
  return names.length === 0 || names.includes('..') ? undefined : names.join('/');
}

const isUsable = (path: string): boolean => path !== '' && path.length <= longestPath && !path.includes('\0');
