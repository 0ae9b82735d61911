import { consoleFetchJSON } from '@openshift-console/dynamic-plugin-sdk';

/**
 * GET with the user's own rights; `accept` where something else than whole objects is wanted. Rejects as the console
 * does: see `httpStatus` for what can be learnt from it.
 */
export const fetchJson = (url: string, accept?: string): Promise<unknown> =>
  consoleFetchJSON(url, 'GET', accept === undefined ? {} : { headers: { Accept: accept } }) as Promise<unknown>;
