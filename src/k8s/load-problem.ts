import { httpStatus } from '../console/http-status';

/** Why objects could not be loaded, as far as it changes what a person can do about it. */
export interface LoadProblem {
  readonly kind: 'not-installed' | 'forbidden' | 'error';
  /** The plural of what was asked for, e.g. `nodereports`. */
  readonly resource: string;
  /** What the API said; untrusted. */
  readonly detail: string;
}

export function loadProblem(error: unknown, resource: string): LoadProblem {
  const status = httpStatus(error);
  const kind = status === 404 ? 'not-installed' : status === 403 ? 'forbidden' : 'error';
  return { kind, resource, detail: error instanceof Error ? error.message : String(status ?? '') };
}
