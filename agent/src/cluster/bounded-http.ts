import type { Agent, IncomingMessage, RequestOptions } from 'node:http';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { RequestContext } from '@kubernetes/client-node';
import { ResponseContext, wrapHttpLibrary } from '@kubernetes/client-node';

/**
 * The most that is read of one answer, and of one line of a watch, in bytes. An object takes 1.5 MiB at most (etcd's
 * limit of a request), the longest lists that are read a few: one small FelixConfiguration for each of 5,000 nodes.
 */
export const largestAnswer = 8 * 1024 * 1024;

/** The API answers more than anything that is asked for can be. */
export class AnswerTooLargeError extends Error {
  override readonly name = 'AnswerTooLargeError';
}

/**
 * How the Kubernetes client sends its requests. Its own way reads an answer to the end, however large; the bound that
 * its fetch has (`size`) it does not hand on. Redirects are not followed: no API server sends them, and they would take
 * the token along. Compression is not asked for, so that bytes read are bytes kept.
 */
export const boundedHttp = wrapHttpLibrary({
  async send(request: RequestContext): Promise<ResponseContext> {
    const signal = request.getSignal();
    const agent = request.getAgent() as Agent | undefined;
    try {
      const answer = await openAnswer(
        request.getUrl(),
        {
          method: request.getHttpMethod(),
          headers: request.getHeaders(),
          ...(agent && { agent }),
          ...(signal && { signal }),
        },
        request.getBody() as string | undefined,
      );
      const body = await readAnswer(answer);
      const text = (): Promise<string> => Promise.resolve(body.toString());
      return new ResponseContext(answer.statusCode ?? 0, headersOf(answer), {
        text,
        binary: () => Promise.resolve(body),
      });
    } catch (error) {
      // Node.js tells of an answer that is aborted half-way as of a connection that broke.
      throw signal?.aborted === true ? new DOMException('The request was aborted', 'AbortError') : error;
    }
  },
});

/** Sends a request; resolves as soon as its answer begins. Rejects when there is no connection, or the signal aborts. */
export function openAnswer(url: string, options: RequestOptions, body?: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = (url.startsWith('https:') ? requestSecure : requestPlain)(url, options, resolve);
    request.on('error', reject);
    request.end(body);
  });
}

/** The whole body of an answer. Rejects with AnswerTooLargeError, the connection closed, when it is over the bound. */
async function readAnswer(answer: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Leaving the loop closes the connection.
    if (size > largestAnswer) throw new AnswerTooLargeError(`The answer is larger than ${String(largestAnswer)} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );
}
