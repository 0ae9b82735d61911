import { ApiError } from './report-api';

/** Why a report could not be written, in a sentence for the log, with what to look at. */
export function explainFailure(error: unknown): string {
  if (!(error instanceof ApiError)) return 'The API can not be reached; trying again';
  switch (error.status) {
    case 404:
      return 'The API does not know NodeReports: the custom resource definitions of calicoreadiness.io are not installed; trying again';
    case 401:
    case 403:
      return 'The API does not permit the agent to write its NodeReport; trying again';
    case 422:
      return 'The API refuses the report: its custom resource definition is older or newer than the agent; trying again';
    default:
      return 'The API could not take the report; trying again';
  }
}
