import type { IncomingMessage, RequestOptions } from 'node:http';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';

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
 * Sends a request; resolves as soon as its answer begins. Rejects when there is no connection, or the signal aborts.
 * Redirects are not followed: no API server sends them, and they would take the token along. Compression is not asked
 * for, so that bytes read are bytes kept.
 */
export function openAnswer(url: string, options: RequestOptions, body?: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = (url.startsWith('https:') ? requestSecure : requestPlain)(url, options, resolve);
    request.on('error', reject);
    request.end(body);
  });
}

/** The whole text of an answer. Rejects with AnswerTooLargeError, the connection closed, when it is over the bound. */
export async function readAnswer(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Leaving the loop closes the connection.
    if (size > largestAnswer) throw new AnswerTooLargeError(`The answer is larger than ${String(largestAnswer)} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size).toString();
}
