import { fetchJson, takeEarlyAnswer } from '../console/fetch-json';
import { httpStatus } from '../console/http-status';
import { readListAnswer } from '../k8s/list-answer';
import { listUrl, nodeReportKind } from '../k8s/models';
import { readNodeReport } from '../k8s/read-node-report';
import type { ReadReport } from '../k8s/read-node-report';
import { firstWholeUrl } from './page-url';
import { untilVisible } from './visibility';

const url = listUrl(nodeReportKind);
/** Requests at a time: beside them a person goes on working. */
const atOnce = 4;
/** Up to how many reports are asked for by name; more come in pages of the whole list. */
const mostByName = 50;
/** Reports of a page: a megabyte. */
const pageSize = 100;

/** The first report of the list where it was asked for early and could be had; null otherwise. */
export async function takeFirstReport(): Promise<ReadReport | null> {
  try {
    const answer = await takeEarlyAnswer(firstWholeUrl(url));
    return answer === undefined ? null : readNodeReport(readListAnswer(answer).objects[0]?.whole);
  } catch {
    return null; // what matters is asked for again
  }
}

/** Whole reports by name; one that is gone, or was never filled, is left out. Rejects as `fetchJson` does. */
export async function fetchWholeReports(names: readonly string[]): Promise<ReadonlyMap<string, ReadReport>> {
  const reports = new Map<string, ReadReport>();
  for (let from = 0; from < names.length; from += atOnce) {
    const some = names.slice(from, from + atOnce);
    for (const report of await Promise.all(some.map(fetchWholeReport)))
      if (report !== null) reports.set(report.name, report);
  }
  return reports;
}

async function fetchWholeReport(name: string): Promise<ReadReport | null> {
  try {
    return readNodeReport(await fetchJson(`${url}/${encodeURIComponent(name)}?pretty=false`));
  } catch (error) {
    if (httpStatus(error) === 404) return null;
    throw error;
  }
}

/** Tells whole reports of these names as they arrive, until all are told or the signal aborts. Rejects as `fetchJson` does. */
export async function loadWholeReports(
  names: ReadonlySet<string>,
  arrived: (reports: readonly ReadReport[]) => void,
  signal: AbortSignal,
): Promise<void> {
  if (names.size <= mostByName) {
    const list = [...names];
    for (let from = 0; from < list.length && !signal.aborted; from += atOnce)
      arrived([...(await fetchWholeReports(list.slice(from, from + atOnce))).values()]);
    return;
  }
  let next: string | undefined = '';
  while (next !== undefined && !signal.aborted) {
    await untilVisible(signal);
    const token: string = next === '' ? '' : `&continue=${encodeURIComponent(next)}`;
    const page = readListAnswer(await fetchJson(`${url}?limit=${String(pageSize)}&pretty=false${token}`));
    const reports = page.objects.filter(({ name }) => names.has(name)).map(({ whole }) => readNodeReport(whole));
    if (!signal.aborted) arrived(reports.filter((report) => report !== null));
    ({ next } = page);
  }
}
