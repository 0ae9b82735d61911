import { httpStatus } from './http-status';

/** What the API says of a request that it did not fulfil (metav1.Status); texts are untrusted. */
export interface ApiStatus {
  /** Undefined when no answer came: nobody knows then what became of the request. */
  readonly code: number | undefined;
  /** `AlreadyExists`, `Conflict`, `Forbidden`, …; undefined when the answer was not the API's own. */
  readonly reason: string | undefined;
  readonly message: string;
}

/** The console keeps the API's own answer in `json`, and shortens its message to the first cause. */
export function apiStatus(error: unknown): ApiStatus {
  const json = field(error, 'json');
  const [reason, message] = [field(json, 'reason'), field(json, 'message')];
  const fallback = error instanceof Error ? error.message : '';
  return {
    code: httpStatus(error),
    reason: typeof reason === 'string' ? reason : undefined,
    message: typeof message === 'string' && message !== '' ? message : fallback,
  };
}

/** One thing for which the API did not accept an object; texts are untrusted. */
export interface ApiCause {
  /** The place in the object, e.g. `spec.waivers[2].reason`. */
  readonly field: string;
  readonly message: string;
}

/** What the API says of single fields (metav1.StatusDetails), as far as it does. */
export function apiCauses(error: unknown): readonly ApiCause[] {
  const causes = field(field(field(error, 'json'), 'details'), 'causes');
  if (!Array.isArray(causes)) return [];
  return causes.slice(0, 100).flatMap((cause): ApiCause[] => {
    const [place, message] = [field(cause, 'field'), field(cause, 'message')];
    return typeof place === 'string' && typeof message === 'string' ? [{ field: place, message }] : [];
  });
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
