import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EmbeddedApi } from '../kubernetes/embedded-api';
import { isScenarioName, scenarioNames } from '../kubernetes/scenario';
import { StatusError } from '../kubernetes/status';
import { jsonOf } from './request-body';
import { sendText } from './responses';

/** Tells in which way the API misbehaves, after changing it where that is asked for. */
export const answerScenario = async (
  api: EmbeddedApi,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  if (request.method === 'POST') {
    const name = await jsonOf(request, (body) => body['name']);
    if (name instanceof StatusError) return sendText(response, name.status.code, name.message);
    if (!isScenarioName(name)) return sendText(response, 400, `name is one of ${scenarioNames.join(', ')}`);
    api.setScenario(name);
  }
  response
    .writeHead(200, { 'Content-Type': 'application/json' })
    .end(JSON.stringify({ name: api.scenarioName, names: scenarioNames }));
};
