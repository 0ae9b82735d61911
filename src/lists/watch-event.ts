import { httpStatus } from '../console/http-status';
import { readListAnswer } from '../k8s/list-answer';
import type { ListedObject } from '../k8s/list-answer';
import { asRecord } from '../k8s/untyped';

/** What a watch says of one object, or of none (a bookmark). */
export interface WatchEvent {
  readonly change: 'present' | 'gone' | 'none';
  readonly object?: ListedObject;
  readonly version: string | undefined;
  readonly columns: ReadonlyMap<string, number> | undefined;
}

/** The API has forgotten what happened since the version that was asked for. */
export class ExpiredError extends Error {}

/** Why a watch could not begin, or did not last. */
export class WatchError extends Error {
  /** Whether the API answered. */
  readonly isAnswer: boolean;

  constructor(cause: unknown) {
    super('The watch ended early', { cause });
    this.isAnswer = httpStatus(cause) !== undefined;
  }
}

/** Reads one line of a watch. Throws ExpiredError where the list has to be read anew, an Error for any other failure that it tells. */
export function readWatchEvent(line: string, columns: ReadonlyMap<string, number> | undefined): WatchEvent {
  const event = asRecord(JSON.parse(line));
  const { type } = event;
  if (type === 'ERROR') {
    const { code, message } = asRecord(event['object']);
    throw code === 410 ? new ExpiredError() : new Error(typeof message === 'string' ? message : 'The watch failed');
  }
  const answer = readListAnswer(event['object'], columns);
  const [object] = answer.objects;
  const { resourceVersion: version } = answer;
  const told = { version, columns: answer.columns };
  if (object === undefined || type === 'BOOKMARK') return { change: 'none', ...told };
  return { change: type === 'DELETED' ? 'gone' : 'present', object, ...told };
}
