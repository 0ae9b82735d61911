import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Backend } from '../backends/backend';
import { StatusError } from '../kubernetes/status';
import { jsonOf } from './request-body';
import { sendText } from './responses';

/** More than that of every node of the largest fleet in ten seconds. */
const mostPerSecond = 1000;

/** Tells how many reports of the sample change in a second, after changing it where that is asked for. */
export const answerChanges = async (
  changes: NonNullable<Backend['changes']>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  if (request.method === 'POST') {
    const perSecond = await jsonOf(request, (body) => body['perSecond']);
    if (perSecond instanceof StatusError) return sendText(response, perSecond.status.code, perSecond.message);
    if (typeof perSecond !== 'number' || !(perSecond >= 0 && perSecond <= mostPerSecond))
      return sendText(response, 400, `perSecond is a number from 0 to ${mostPerSecond}`);
    changes.setPace(perSecond);
  }
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ perSecond: changes.perSecond }));
};
