import { StatusError } from './status';

/** A request to the embedded API, whatever it came by. */
export interface ApiRequest {
  readonly method: string;
  /** Below the API's root, e.g. `/api/v1/nodes`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly accept: string;
  /** Without parameters, in lower case. */
  readonly contentType: string;
  readonly body: string;
}

export interface ApiResponse {
  readonly status: number;
  readonly contentType: 'application/json' | 'text/plain';
  readonly body: string;
}

export const jsonResponse = (status: number, value: unknown): ApiResponse => ({
  status,
  contentType: 'application/json',
  body: JSON.stringify(value),
});

/** The body as JSON; undefined where there is none. Throws a StatusError. */
export const parseBody = (request: ApiRequest): unknown => {
  if (request.body === '') return undefined;
  try {
    return JSON.parse(request.body);
  } catch (error) {
    throw new StatusError('BadRequest', `the body of the request is not JSON: ${String(error)}`);
  }
};
