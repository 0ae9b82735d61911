import { consoleFetchJSON } from '@openshift-console/dynamic-plugin-sdk';

/*
 * Writing with the user's own rights; the console adds its token against forged requests. Each rejects as the
 * console does: `apiStatus` says why. The console's own functions for objects would add a query of their own.
 */

export interface WriteOptions {
  /** Ask the API what it would say, and change nothing. */
  readonly dryRun?: boolean;
}

/** Strict: a field that the API does not know is an error, not a warning that nobody sees. */
const query = ({ dryRun = false }: WriteOptions): string =>
  new URLSearchParams({ ...(dryRun && { dryRun: 'All' }), fieldValidation: 'Strict' }).toString();

export const createJson = (listUrl: string, object: object, options: WriteOptions = {}): Promise<unknown> =>
  consoleFetchJSON.post(`${listUrl}?${query(options)}`, object) as Promise<unknown>;

/** Refused as a conflict when the object has another resource version by now. */
export const updateJson = (objectUrl: string, object: object, options: WriteOptions = {}): Promise<unknown> =>
  consoleFetchJSON.put(`${objectUrl}?${query(options)}`, object) as Promise<unknown>;

/** A JSON patch (RFC 6902): consoles up to 4.21 send no other. */
export const patchJson = (
  objectUrl: string,
  operations: readonly object[],
  options: WriteOptions = {},
): Promise<unknown> =>
  consoleFetchJSON.patch(`${objectUrl}?${query(options)}`, operations as object[]) as Promise<unknown>;

/**
 * A server-side apply, never by force: refused as a conflict where another manager has what it would change. JSON is YAML,
 * and the console's own function for patches has no other content type than that of JSON patches.
 */
export const applyJson = (
  objectUrl: string,
  fieldManager: string,
  object: object,
  options: WriteOptions = {},
): Promise<unknown> =>
  consoleFetchJSON(`${objectUrl}?${new URLSearchParams({ fieldManager }).toString()}&${query(options)}`, 'PATCH', {
    headers: { 'Content-Type': 'application/apply-patch+yaml' },
    body: JSON.stringify(object),
  }) as Promise<unknown>;

/** Refused as a conflict when the object is another one, or another version, by now. */
export const deleteJson = (
  objectUrl: string,
  preconditions: { readonly uid?: string; readonly resourceVersion?: string },
  { dryRun = false }: WriteOptions = {},
): Promise<unknown> =>
  consoleFetchJSON.delete(`${objectUrl}${dryRun ? '?dryRun=All' : ''}`, {
    apiVersion: 'v1',
    kind: 'DeleteOptions',
    preconditions,
  }) as Promise<unknown>;
