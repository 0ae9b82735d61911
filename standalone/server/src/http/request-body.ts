import type { IncomingMessage } from 'node:http';
import { isRecord } from '../kubernetes/kubernetes-object';
import { StatusError } from '../kubernetes/status';

/** Bytes; a little more than etcd takes. */
const largestBody = 2 * 1024 * 1024;

/** The body of a request. Rejects with StatusError for one that is too large, as soon as it is. */
export const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBody)
      throw new StatusError('RequestEntityTooLarge', `the request is larger than ${largestBody} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
};

/** What `read` makes of the object in the body; a StatusError for a body that is too large or no JSON. */
export const jsonOf = async <T>(
  request: IncomingMessage,
  read: (body: Readonly<Record<string, unknown>>) => T,
): Promise<T | StatusError> => {
  try {
    const body: unknown = JSON.parse(await readBody(request));
    return read(isRecord(body) ? body : {});
  } catch (error) {
    if (error instanceof StatusError) return error;
    if (error instanceof SyntaxError) return new StatusError('BadRequest', 'the body is no JSON');
    throw error;
  }
};
