import type { IncomingMessage } from 'node:http';

/** The status of an answer; 0 for one that has none. */
export const statusOf = ({ statusCode }: IncomingMessage): number => statusCode ?? 0;

/** Whether the API did what it was asked for. */
export function isSuccess(answer: IncomingMessage): boolean {
  const status = statusOf(answer);
  return status >= 200 && status < 300;
}

/** The object that a text says, as JSON. Throws SyntaxError for a text that is none. */
export function objectOf(text: string): object {
  const answer: unknown = JSON.parse(text);
  if (typeof answer !== 'object' || answer === null) throw new SyntaxError('The answer of the API is no object');
  return answer;
}
