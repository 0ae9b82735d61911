import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Backend } from '../backends/backend';
import { StatusError } from '../kubernetes/status';
import { jsonOf } from './request-body';
import { sendText } from './responses';

/** Tells how the stand-in for the Machine Config Operator works, after changing it where that is asked for. */
export const answerOperator = async (
  operator: NonNullable<Backend['operator']>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  if (request.method === 'POST') {
    const settings = await jsonOf(request, ({ stepMilliseconds, degradedPool, policyMilliseconds }) => {
      const isStep = typeof stepMilliseconds === 'number' && stepMilliseconds >= 10 && stepMilliseconds <= 3_600_000;
      const isPool = degradedPool === null || typeof degradedPool === 'string';
      const isPolicy =
        policyMilliseconds === null ||
        (typeof policyMilliseconds === 'number' && policyMilliseconds >= 0 && policyMilliseconds <= 3_600_000);
      if (stepMilliseconds !== undefined && !isStep) return undefined;
      if (degradedPool !== undefined && !isPool) return undefined;
      if (policyMilliseconds !== undefined && !isPolicy) return undefined;
      return {
        ...(isStep && { stepMilliseconds }),
        ...(isPool && { degradedPool }),
        ...(isPolicy && { policyMilliseconds }),
      };
    });
    if (settings instanceof StatusError) return sendText(response, settings.status.code, settings.message);
    if (settings === undefined)
      return sendText(
        response,
        400,
        'stepMilliseconds is from 10 to 3600000, degradedPool a name or null, policyMilliseconds up to 3600000 or null',
      );
    operator.configure(settings);
  }
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(operator.settings));
};
