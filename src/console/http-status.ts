/**
 * The HTTP status in an error of the console's fetch, which has no exported class before 4.22. A kind that the API
 * does not know is an error without a status there; it is told apart by its name and counts as 404.
 */
export function httpStatus(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, response, json, name, message } = error as Record<string, unknown>;
  const candidates = [code, field(response, 'status'), field(json, 'code')];
  const status = candidates.find((candidate): candidate is number => typeof candidate === 'number');
  if (status !== undefined) return status;
  return name === 'NoModelError' || message === 'Model does not exist' ? 404 : undefined;
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
