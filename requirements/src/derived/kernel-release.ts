/** A kernel release as numbers. */
export interface KernelRelease {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  /** The number behind the first dash, which RHEL counts up: 193 in `4.18.0-193.el8.x86_64`. Zero when there is none. */
  readonly build: number;
  /** The RHEL release it was built for, from `.el8`; undefined for other kernels. */
  readonly enterpriseLinux?: number;
}

/** The numbers of a minimum release, most significant first; those left out are zero. */
export type MinimumRelease = readonly [major: number, minor: number, patch?: number, build?: number];

const numbers = /^(\d{1,5})\.(\d{1,5})(?:\.(\d{1,5}))?(?:-(\d{1,7}))?/;
const enterpriseLinux = /\.el(\d{1,2})(?!\d)/;

/** What was read last: all requirements of a node ask for its release, one after another. */
let last: { readonly text: string; readonly release: KernelRelease | undefined } = { text: '', release: undefined };

/** Reads `uname -r`; undefined when it does not start with two numbers. */
export function parseKernelRelease(text: string): KernelRelease | undefined {
  if (text !== last.text) last = { text, release: readRelease(text) };
  return last.release;
}

function readRelease(text: string): KernelRelease | undefined {
  const [matched, major, minor, patch = '0', build = '0'] = numbers.exec(text) ?? [];
  if (matched === undefined) return undefined;
  const vendor = enterpriseLinux.exec(text)?.[1];
  return Object.freeze({
    major: Number(major),
    minor: Number(minor),
    patch: Number(patch),
    build: Number(build),
    ...(vendor !== undefined && { enterpriseLinux: Number(vendor) }),
  });
}

/** Whether a release is the minimum or a later one; number by number, so that 3.10 is later than 3.9. */
export function isKernelAtLeast(release: KernelRelease, minimum: MinimumRelease): boolean {
  const { major, minor, patch, build } = release;
  if (major !== minimum[0]) return major > minimum[0];
  if (minor !== minimum[1]) return minor > minimum[1];
  const leastPatch = minimum[2] ?? 0;
  return patch === leastPatch ? build >= (minimum[3] ?? 0) : patch > leastPatch;
}

/** A minimum as the documentation writes it: `5.10`, `4.18.0-193`. */
export const describeMinimum = ([major, minor, patch, build]: MinimumRelease): string =>
  `${major}.${minor}${patch === undefined ? '' : `.${patch}`}${build === undefined ? '' : `-${build}`}`;
