import type { Fact } from '@calico-readiness/requirements';
import type { HostFiles } from '../host-files';
import type { HostQuestion } from '../host-question';
import { answerTo } from '../host-question';
import type { FileStamp } from '../path-status';

/** A question whose answer can be compared with that of the next observation. */
export type RepeatableQuestion = Exclude<HostQuestion, { readonly operation: 'readPieces' | 'readLinks' }>;

/** What was asked, and what was seen: the stamp of a file that stands for its content, else the answer itself. */
export interface RecordedQuestion {
  readonly question: RepeatableQuestion;
  readonly seen: FileStamp | string;
}

/** A check never compares answers, and does not load for it what encrypts. */
const hash = (content: string | Uint8Array): string =>
  process.getBuiltinModule('node:crypto').hash('sha256', content, 'base64');

/** Longer answers are kept as a hash. */
const longestKept = 128;

/**
 * Milliseconds. A file that changes twice within one tick of its file system's clock shows the same time for both, so that
 * a younger change does not stand for the content; ext3 counts in seconds.
 */
const longestTick = 2000;

/** Whether the answer depends on a content that the stamp of its path stands for. */
export const hasContent = ({ operation }: RepeatableQuestion): boolean =>
  operation === 'list' || operation === 'readText' || operation === 'readBytes';

/** The stamp of a path that stands for its content; undefined where none does. `at` is when the observation began, in milliseconds since 1970. */
export async function trustedStamp(files: HostFiles, path: string, at: number): Promise<FileStamp | undefined> {
  const stamp = await files.stamp(path);
  if (stamp.status === 'unavailable') return undefined;
  const { modifiedAt, changedAt } = stamp.value;
  const youngest = BigInt(at - longestTick) * 1_000_000n;
  return modifiedAt < youngest && changedAt < youngest ? stamp.value : undefined;
}

/** Whether two stamps are those of the same content. */
export const isSameStamp = (one: FileStamp, other: FileStamp): boolean =>
  one.device === other.device &&
  one.inode === other.inode &&
  one.size === other.size &&
  one.modifiedAt === other.modifiedAt &&
  one.changedAt === other.changedAt;

/** A short text that differs where the answer does. */
export function digestOf(fact: Fact<unknown>): string {
  if (fact.status === 'unavailable') return `unavailable ${fact.reason} ${fact.detail ?? ''}`;
  const { value } = fact;
  if (value instanceof Uint8Array) return `bytes ${hash(value)}`;
  const text = typeof value === 'string' ? value : Array.isArray(value) ? value.join('\0') : String(value);
  return text.length <= longestKept ? `text ${text}` : `hash ${hash(text)}`;
}

/** What the question shows now, to be compared with what was recorded. */
export const askAgain = async (files: HostFiles, question: RepeatableQuestion): Promise<string> =>
  digestOf(await answerTo(files, question));
