import { ApiError } from '../cluster/api-error';

/** What the API answers; undefined for an object or a resource that is not there. */
export async function found<T extends object>(answer: Promise<object>): Promise<T | undefined> {
  try {
    return (await answer) as T;
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return undefined;
    throw error;
  }
}

/** Undefined as well for what we may not read. */
export async function unlessForbidden<T>(answer: Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ApiError && error.status === 403) return undefined;
    throw error;
  }
}
