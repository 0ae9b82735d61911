import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ControllerMetrics } from './controller-metrics';
import type { ScrapeAccess } from './scrape-access';

/** What an answer is made of. */
export interface ScrapeParts {
  readonly metrics: ControllerMetrics;
  readonly access: ScrapeAccess;
}

/** Answers a request for `/metrics`; everything else is told that it is nothing. Rejects when the API cannot say who asks. */
export async function answerScrape(
  request: IncomingMessage,
  response: ServerResponse,
  { metrics, access }: ScrapeParts,
): Promise<void> {
  // Nobody has to send us anything.
  request.resume();
  if (request.url?.split('?')[0] !== '/metrics') return endWith(response, 404);
  if (request.method !== 'GET') return endWith(response, 405);
  const [, token] = /^Bearer ([\w\-.~+/]+=*)$/i.exec(request.headers.authorization ?? '') ?? [];
  const found = token === undefined ? 'unauthenticated' : await access.accessOf(token);
  switch (found) {
    case 'allowed': {
      const { contentType, body } = await metrics.text();
      response.writeHead(200, { 'content-type': contentType }).end(body);
      return;
    }
    case 'unauthenticated':
      return endWith(response, 401);
    case 'forbidden':
      return endWith(response, 403);
    case 'busy':
      return endWith(response, 503);
    default:
      return found satisfies never;
  }
}

/** Ends an answer without a body. */
export function endWith(response: ServerResponse, status: number): void {
  if (!response.headersSent) response.writeHead(status, status === 401 ? { 'www-authenticate': 'Bearer' } : {});
  response.end();
}
