import type { Fact, UnavailableFact, UnavailableReason } from '@calico-readiness/requirements';
import { observed, unavailable } from '@calico-readiness/requirements';
import type { HostFiles } from '../host/host-files';
import type { Parsed } from '../parsers/parsed';

/** Parses the text of a fact; one that is not what it should be makes the fact unavailable as `malformed`, one that holds too much as `too-large`. */
export function parseFact<Text, T>(fact: Fact<Text>, parse: (text: Text) => Parsed<T>): Fact<T> {
  if (fact.status === 'unavailable') return fact;
  const result = parse(fact.value);
  return result.status === 'parsed'
    ? observed(result.value, fact.source)
    : unavailable(result.tooLarge === true ? 'too-large' : 'malformed', fact.source, result.detail);
}

/** Reads a host file as text and parses it. */
export async function readParsed<T>(
  files: HostFiles,
  path: string,
  parse: (text: string) => Parsed<T>,
  maxBytes?: number,
): Promise<Fact<T>> {
  return parseFact(await files.readText(path, maxBytes), parse);
}

/**
 * The first of several sources that is there, whether it can be used or not: a later one counts only in the absence
 * of those before it, and might say something else.
 */
export async function firstThere<T>(sources: readonly (() => Promise<Fact<T>>)[]): Promise<Fact<T>> {
  const failures: UnavailableFact[] = [];
  for (const source of sources) {
    const fact = await source();
    if (fact.status === 'observed' || fact.reason !== 'not-found') return fact;
    failures.push(fact);
  }
  return mostTelling(failures);
}

/** The first of several sources that shows the property; each is tried whatever became of the others, since all say the same. */
export async function firstObserved<T>(sources: readonly (() => Promise<Fact<T>>)[]): Promise<Fact<T>> {
  const failures: UnavailableFact[] = [];
  for (const source of sources) {
    const fact = await source();
    if (fact.status === 'observed') return fact;
    failures.push(fact);
  }
  return mostTelling(failures);
}

/** Of several reasons the one that says most: a source that is there and can't be used, else one with an explanation. */
export function mostTelling(failures: readonly UnavailableFact[]): UnavailableFact {
  const quiet: readonly UnavailableReason[] = ['unsupported', 'not-found'];
  return (
    failures.find((fact) => !quiet.includes(fact.reason)) ??
    failures.find((fact) => fact.detail !== undefined) ??
    failures[0] ??
    unavailable('not-found', '', 'no source to look at')
  );
}
