/** Something of others inside a package, with a licence of its own that the package does not bring along. */
export interface Part {
  /** Name and version: the next version is to be looked at again. */
  readonly package: string;
  /** The folder or file below the package; empty when the whole package is meant. */
  readonly path: string;
  /** What it is and whose, in words. */
  readonly name: string;
  readonly licence: string;
  /** Its file below `texts`. */
  readonly text: string;
}

const popper = 'dist/esm/helpers/Popper/thirdparty';

/** Found by reading the sources of the packages; `foreign-files.ts` notices some kinds that nobody has named here. */
export const parts: readonly Part[] = [
  // https://github.com/patternfly/patternfly-react: these folders began as copies of the two projects.
  {
    package: '@patternfly/react-core@6.2.2',
    path: `${popper}/popper-core/`,
    name: 'Popper by Federico Zivolo',
    licence: 'MIT',
    text: 'popper.txt',
  },
  {
    package: '@patternfly/react-core@6.2.2',
    path: `${popper}/react-popper/`,
    name: 'React Popper by its authors',
    licence: 'MIT',
    text: 'react-popper.txt',
  },
  // Its devDependencies name the origin of the drawings.
  {
    package: '@patternfly/react-icons@6.2.2',
    path: 'dist/esm/icons/',
    name: 'icons of Font Awesome Free 5.15 by Fonticons, Inc. (https://fontawesome.com), made into React components',
    licence: 'CC-BY-4.0',
    text: 'font-awesome-free.txt',
  },
  // The WebAssembly in it, built without a C library: https://github.com/httptoolkit/xz-decompress/tree/v0.2.3, Makefile.
  {
    package: 'xz-decompress@0.2.3',
    path: '',
    name: 'xzwasm by Steve Sanderson; it has no licence file, so this is the standard text',
    licence: 'MIT',
    text: 'xzwasm.txt',
  },
  {
    package: 'xz-decompress@0.2.3',
    path: '',
    name: 'XZ Embedded of May 2021 by Lasse Collin and Igor Pavlov',
    licence: 'LicenseRef-public-domain',
    text: 'xz-embedded.txt',
  },
  {
    package: 'xz-decompress@0.2.3',
    path: '',
    name: 'walloc by Igalia, S.L.',
    licence: 'MIT',
    text: 'walloc.txt',
  },
];
