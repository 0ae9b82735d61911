import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EmbeddedApi } from '../kubernetes/embedded-api';
import { isRecord } from '../kubernetes/kubernetes-object';
import { isScenarioName, scenarioNames } from '../kubernetes/scenario';
import { sendText } from './responses';

/** Tells in which way the API misbehaves, after changing it where that is asked for. */
export const answerScenario = async (
  api: EmbeddedApi,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  if (request.method === 'POST') {
    let text = '';
    for await (const chunk of request as AsyncIterable<Buffer>) text += chunk.toString();
    const body: unknown = JSON.parse(text);
    const name = isRecord(body) ? body['name'] : undefined;
    if (!isScenarioName(name)) return sendText(response, 400, `name is one of ${scenarioNames.join(', ')}`);
    api.setScenario(name);
  }
  response
    .writeHead(200, { 'Content-Type': 'application/json' })
    .end(JSON.stringify({ name: api.scenarioName, names: scenarioNames }));
};
