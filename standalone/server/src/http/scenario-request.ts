import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EmbeddedApi } from '../kubernetes/embedded-api';
import { isRecord } from '../kubernetes/kubernetes-object';
import { isScenarioName, scenarioNames } from '../kubernetes/scenario';
import { StatusError } from '../kubernetes/status';
import { readBody } from './request-body';
import { sendText } from './responses';

/** Tells in which way the API misbehaves, after changing it where that is asked for. */
export const answerScenario = async (
  api: EmbeddedApi,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  if (request.method === 'POST') {
    const name = await nameIn(request);
    if (name instanceof StatusError) return sendText(response, name.status.code, name.message);
    if (!isScenarioName(name)) return sendText(response, 400, `name is one of ${scenarioNames.join(', ')}`);
    api.setScenario(name);
  }
  response
    .writeHead(200, { 'Content-Type': 'application/json' })
    .end(JSON.stringify({ name: api.scenarioName, names: scenarioNames }));
};

/** What the body names; a StatusError for one that is too large or no JSON. */
const nameIn = async (request: IncomingMessage): Promise<unknown> => {
  try {
    const body: unknown = JSON.parse(await readBody(request));
    return isRecord(body) ? body['name'] : undefined;
  } catch (error) {
    if (error instanceof StatusError) return error;
    if (error instanceof SyntaxError) return new StatusError('BadRequest', 'the body is no JSON');
    throw error;
  }
};
