import { consoleFetchJSON } from '@openshift-console/dynamic-plugin-sdk';

/** Milliseconds for which an answer to an early question is kept for whoever was to ask it. */
const keptEarly = 10_000;

const early = new Map<string, Promise<unknown>>();

const keyOf = (url: string, accept: string | undefined): string => `${accept ?? ''} ${url}`;

const ask = (url: string, accept: string | undefined): Promise<unknown> =>
  consoleFetchJSON(url, 'GET', accept === undefined ? {} : { headers: { Accept: accept } }) as Promise<unknown>;

/**
 * GET with the user's own rights; `accept` where something else than whole objects is wanted. Rejects as the console
 * does: see `httpStatus` for what can be learnt from it.
 */
export const fetchJson = (url: string, accept?: string): Promise<unknown> =>
  takeEarlyAnswer(url, accept) ?? ask(url, accept);

/**
 * Asks what code is going to ask that is still on its way: the answer, or the failure, is the next `fetchJson`'s of the
 * same within ten seconds. A page that nobody sees asks for nothing.
 */
export function askEarly(url: string, accept?: string): void {
  if (document.visibilityState === 'hidden') return;
  const key = keyOf(url, accept);
  const answer = ask(url, accept);
  answer.catch(() => undefined); // whoever takes it sees the failure
  early.set(key, answer);
  window.setTimeout(() => {
    if (early.get(key) === answer) early.delete(key);
  }, keptEarly);
}

/** What was asked early and is nobody's yet, once. */
export function takeEarlyAnswer(url: string, accept?: string): Promise<unknown> | undefined {
  const key = keyOf(url, accept);
  const answer = early.get(key);
  early.delete(key);
  return answer;
}
