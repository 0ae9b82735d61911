import { checkAccess } from '@openshift-console/dynamic-plugin-sdk';

export interface AskedAccess {
  readonly group: string;
  readonly resource: string;
  readonly verb: 'create' | 'update' | 'delete' | 'get' | 'list' | 'patch';
}

/**
 * Whether the user may do it; undefined when the API did not say. The console remembers its answers until the page is
 * loaded anew. What the API does with a request decides, whatever was said here.
 */
export const mayDo = (access: AskedAccess): Promise<boolean | undefined> =>
  checkAccess(access).then(
    ({ status }) => status?.allowed,
    () => undefined,
  );
