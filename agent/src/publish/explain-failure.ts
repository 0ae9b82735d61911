import { AnswerTooLargeError } from '../cluster/bounded-http';
import { NodeMissingError } from './node-missing';
import { ApiError } from '../cluster/api-error';

/** Why a report could not be written, in a sentence for the log, with what to look at. */
export function explainFailure(error: unknown): string {
  if (error instanceof ApiError) return explainAnswer(error);
  if (error instanceof NodeMissingError)
    return 'There is no Node of that name, which has to own the report; waiting for it';
  if (error instanceof AnswerTooLargeError) return 'The API answers more than a report can be; trying again';
  if (error instanceof SyntaxError) return 'What answers does not speak as a Kubernetes API; trying again';
  if (isDefect(error)) return 'The agent can not make its report, which is a defect of the agent; trying again';
  return 'The API can not be reached; trying again';
}

function explainAnswer({ status }: ApiError): string {
  switch (status) {
    case 401:
      return 'The API does not accept the token or the certificate of the agent; trying again';
    case 403:
      return 'The API does not permit the agent to read its Node or to write its NodeReport; trying again';
    case 404:
      return 'The API does not know NodeReports: the custom resource definitions of calicoreadiness.io are not installed; trying again';
    case 422:
      return 'The API refuses the report: its custom resource definition is older or newer than the agent; trying again';
    default:
      return 'The API could not take the report; trying again';
  }
}

/** Errors of programs, unlike those of connections: Node.js gives the latter a code, also where they are TypeErrors. */
const isDefect = (error: unknown): boolean =>
  [TypeError, RangeError, ReferenceError].some((kind) => error instanceof kind) &&
  !(error instanceof Error && 'code' in error);
