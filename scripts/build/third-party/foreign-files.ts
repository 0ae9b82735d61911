import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BundledPackage } from './bundled-packages';
import { idOf } from './bundled-packages';
import type { Part } from './parts';

/** Folders in which packages keep copies of other projects. */
const foreignFolder = /(^|\/)(vendor|vendored|third[-_]?party|externals?)\//i;
/** Fonts, drawings and programs often have another licence than the code around them. */
const foreignKind = /\.(wasm|woff2?|ttf|otf|eot|svg|png|jpe?g|gif|webp|ico)$/i;
/** The same inside a script: WebAssembly begins with these bytes in base64, fonts and images are data URLs. */
const inlined = /AGFzbQ|data:(font|image|application\/(wasm|(x-)?font[\w-]*))[/;,]/;

/** Files of a package in a bundle that may have another licence than the package, and that no part speaks for. */
export function unnamedForeignFiles(bundled: BundledPackage, parts: readonly Part[]): readonly string[] {
  const named = parts.filter((part) => part.package === idOf(bundled)).map((part) => part.path);
  return bundled.files.filter(
    (file) =>
      !named.some((prefix) => file.startsWith(prefix)) &&
      (foreignFolder.test(file) ||
        foreignKind.test(file) ||
        inlined.test(readFileSync(path.join(bundled.directory, file), 'latin1'))),
  );
}
