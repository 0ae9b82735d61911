import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { rawSocketProblem } from '@calico-readiness/agent';

/** What a machine lacks, and how to get it. */
export interface Missing {
  readonly what: string;
  readonly remedy: string;
}

/** What of a machine decides; for tests. */
export interface Machine {
  readonly platform: string;
  /** Effective, as geteuid(2). */
  readonly userId: number | undefined;
  readonly hasProgram: (name: string) => boolean;
  readonly rawSocketProblem: () => string | undefined;
}

const sbin = ['/usr/sbin', '/sbin', '/usr/bin', '/bin'];

/** Where programs are looked for; the directories of administrators are on the path of few users. */
export const programPath = (given = ''): string =>
  [...new Set([...given.split(':'), ...sbin])].filter(Boolean).join(':');

const isProgram = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** This machine. */
export const thisMachine: Machine = {
  platform: process.platform,
  userId: process.geteuid?.(),
  hasProgram: (name) =>
    programPath(process.env['PATH'])
      .split(':')
      .some((directory) => isProgram(path.join(directory, name))),
  rawSocketProblem,
};

const packages = { ip: 'iproute2', nft: 'nftables', unshare: 'util-linux', nsenter: 'util-linux' } as const;

/** What peers cannot be made without. */
export const missingForPeers = ({ platform, userId, hasProgram }: Machine): readonly Missing[] => {
  if (platform !== 'linux') return [{ what: 'Linux', remedy: 'network namespaces are a part of its kernel' }];
  const programs = Object.entries(packages)
    .filter(([program]) => !hasProgram(program))
    .map(([program, name]) => ({ what: `the program ${program}`, remedy: `install the package ${name}` }));
  return userId === 0
    ? programs
    : [{ what: 'root', remedy: 'start it again as root, e.g. sudo npm start -- --flow-peers' }, ...programs];
};

/** What only Typha’s flow can be tested without. */
export const missingForRawSockets = ({ rawSocketProblem: problem }: Machine): readonly Missing[] => {
  const why = problem();
  if (why === undefined) return [];
  return why.includes('native part')
    ? [{ what: 'the native part of the agent', remedy: 'run npm run build:native, which takes a C compiler' }]
    : [{ what: 'a raw socket', remedy: why }];
};

/** In one sentence. */
export const missingText = (missing: readonly Missing[]): string =>
  missing.map(({ what, remedy }) => `${what} (${remedy})`).join('; ');
