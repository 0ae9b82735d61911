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

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
