import type { BrowserContext } from '@playwright/test';
import type { PageName } from '../figures';
import type { MeasuredPage } from '../measured-pages';

/** A console in which pages are measured. */
export interface Site {
  /** What the pages are compared with: they list the same nodes. */
  readonly yardstick: MeasuredPage;
  /** Root of the console that has a page, without ending slash. */
  readonly originOf: (page: PageName) => string;
  /** An address that answers with next to nothing: the renderer's process is there then, and has done nothing yet. */
  readonly light: string;
  /** Lets a browser in that knows nothing of the console. */
  readonly enter: (context: BrowserContext, page: PageName) => Promise<void>;
  /** Lets so many nodes a second change; undefined where nobody can be asked for that. */
  readonly setPace: ((perSecond: number) => Promise<void>) | undefined;
}

/** Asks for changes of a fleet, as `POST /standalone/changes` of the standalone host takes it; 0 a second ends them. */
export async function changeFleet(
  origin: string,
  headers: Readonly<Record<string, string>>,
  perSecond: number,
): Promise<void> {
  const request = { method: 'POST', headers, body: JSON.stringify({ perSecond }) };
  const response = await fetch(`${origin}/standalone/changes`, request);
  if (!response.ok) throw new Error(`the host does not change reports: ${await response.text()}`);
}
