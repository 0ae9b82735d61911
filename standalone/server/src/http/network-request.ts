import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Backend } from '../backends/backend';
import { StatusError } from '../kubernetes/status';
import { jsonOf } from './request-body';
import { sendText } from './responses';

/** Tells whether the network of the sample is repaired, after changing it where that is asked for. */
export const answerNetwork = async (
  network: NonNullable<Backend['network']>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  if (request.method === 'POST') {
    const repaired = await jsonOf(request, (body) => body['repaired']);
    if (repaired instanceof StatusError) return sendText(response, repaired.status.code, repaired.message);
    if (typeof repaired !== 'boolean') return sendText(response, 400, 'repaired is true or false');
    network.setRepaired(repaired);
  }
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ repaired: network.isRepaired }));
};
