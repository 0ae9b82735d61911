import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

export interface StaticFile {
  readonly content: Buffer;
  readonly contentType: string;
  readonly cacheControl: string;
}

/** A hash in the name: the content behind it never changes. */
const isHashed = (name: string): boolean => /[-.][0-9a-f]{16,}\.|-[A-Z0-9]{8}\./.test(name);

const resolveInside = async (directory: string, relative: string): Promise<string | undefined> => {
  const base = await realpath(directory);
  const file = await realpath(path.join(base, relative));
  return file.startsWith(base + path.sep) ? file : undefined;
};

/** The file below `directory`, byte for byte; undefined when there is none or when the path leads out of the directory. */
export const readStaticFile = async (directory: string, relative: string): Promise<StaticFile | undefined> => {
  if (relative.includes('\0')) return undefined;
  try {
    const file = await resolveInside(directory, relative);
    if (file === undefined) return undefined;
    return {
      content: await readFile(file),
      contentType: contentTypes[path.extname(file)] ?? 'application/octet-stream',
      cacheControl: isHashed(path.basename(file)) ? 'private, max-age=31536000, immutable' : 'no-cache',
    };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR' || code === 'ELOOP' || code === 'ENAMETOOLONG')
      return undefined;
    throw error;
  }
};
