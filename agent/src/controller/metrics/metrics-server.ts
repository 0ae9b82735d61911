import { readFile } from 'node:fs/promises';
import type { Server } from 'node:https';
import { createServer } from 'node:https';
import type { AgentLog } from '../../foundation/agent-log';
import { errorText } from '../../foundation/agent-log';
import { Alarm } from '../../publish/alarm';
import type { ScrapeParts } from './answer-scrape';
import { answerScrape, endWith } from './answer-scrape';

/** Where metrics are served, and with which certificate. */
export interface MetricsPlace {
  /** Every address where it is left out. */
  readonly host?: string;
  readonly port: number;
  /** Paths of files of PEM. */
  readonly certificate: string;
  readonly key: string;
}

/** What serving metrics takes. */
export interface MetricsServerParts extends ScrapeParts {
  readonly place: MetricsPlace;
  readonly log: AgentLog;
  readonly signal: AbortSignal;
}

/** Until the files of the certificate are looked at again, milliseconds. Who renews them does so long before their end. */
const lookAtFiles = 10_000;
const mostConnections = 32;

/**
 * Serves `/metrics` over TLS until the signal aborts. It begins when there is a certificate, and takes another one that is
 * put in its place; connections go on. Rejects when the address cannot be listened at.
 */
export async function serveMetrics(parts: MetricsServerParts): Promise<void> {
  const { place, log, signal } = parts;
  const alarm = new Alarm();
  let server: Server | undefined;
  let current = '';
  let told = '';
  while (!signal.aborted) {
    try {
      const files = { cert: await readFile(place.certificate, 'utf8'), key: await readFile(place.key, 'utf8') };
      const now = JSON.stringify(files);
      if (server === undefined) {
        server = serverWith(files, parts);
        await listening(server, place);
        log.info({ port: place.port }, 'Serving metrics');
      } else if (now !== current) {
        server.setSecureContext(files);
        log.info({}, 'Loaded a new certificate for metrics');
      }
      current = now;
      told = '';
    } catch (error) {
      // Half of a pair may be written; the next look sees both.
      if (server !== undefined && !server.listening) throw error;
      if (errorText(error) !== told) log.warn({ error: errorText(error) }, 'Cannot use the certificate for metrics');
      told = errorText(error);
    }
    await alarm.sleep(lookAtFiles, signal);
  }
  server?.closeAllConnections();
  await new Promise((resolve) => (server === undefined ? resolve(undefined) : server.close(resolve)));
}

function serverWith(files: { readonly cert: string; readonly key: string }, parts: MetricsServerParts): Server {
  const limits = {
    headersTimeout: 5_000,
    requestTimeout: 10_000,
    keepAliveTimeout: 90_000,
    minVersion: 'TLSv1.2',
  } as const;
  const server = createServer({ ...files, ...limits }, (request, response) => {
    answerScrape(request, response, parts).catch((error: unknown) => {
      parts.log.warn({ error: errorText(error) }, 'Cannot determine whether metrics may be read');
      endWith(response, 503);
    });
  });
  server.maxConnections = mostConnections;
  return server;
}

const listening = (server: Server, { host, port }: MetricsPlace): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, ...(host !== undefined && { host }) }, () => {
      server.off('error', reject);
      resolve();
    });
  });
