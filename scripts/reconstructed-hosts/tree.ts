import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Files of a host by path: a text, bytes, or where a symbolic link leads. */
export type Tree = Readonly<Record<string, string | Uint8Array | { readonly linkTo: string }>>;

/** Replaces a directory by the tree. */
export function writeTree(root: string, tree: Tree): void {
  rmSync(root, { recursive: true, force: true });
  for (const [path, content] of Object.entries(tree)) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(file, content);
    else symlinkSync(content.linkTo, file);
  }
}
