import { consoleFetchJSON } from '@openshift-console/dynamic-plugin-sdk';

/** GET with the user's own rights. Rejects as the console does: see `httpStatus` for what can be learnt from it. */
export const fetchJson = (url: string): Promise<unknown> => consoleFetchJSON(url) as Promise<unknown>;
