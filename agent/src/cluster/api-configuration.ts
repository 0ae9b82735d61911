import type { Configuration, KubeConfig, Middleware } from '@kubernetes/client-node';
import { createConfiguration, ServerConfiguration } from '@kubernetes/client-node';
import { boundedHttp } from './bounded-http';

/** Milliseconds that a request to the API may take, its answer read to the end. */
const requestTimeout = 10_000;

/**
 * How to talk to the API of the current cluster of a kubeconfig: every request ends after `timeout` milliseconds, or when
 * the signal aborts, and no answer is read beyond `largestAnswer`. Throws when the kubeconfig names no current cluster.
 */
export function createApiConfiguration(
  kubeConfig: KubeConfig,
  signal: AbortSignal,
  timeout = requestTimeout,
): Configuration {
  const cluster = kubeConfig.getCurrentCluster();
  if (cluster === null) throw new Error('The kubeconfig names no current cluster.');
  return createConfiguration({
    baseServer: new ServerConfiguration(cluster.server, {}),
    authMethods: { default: kubeConfig },
    httpApi: boundedHttp,
    promiseMiddleware: [timeLimit(signal, timeout)],
  });
}

/** The client itself waits for an answer for ever. */
function timeLimit(signal: AbortSignal, timeout: number): Middleware {
  // One listener for all requests; each is in this set for its time.
  const running = new Set<AbortController>();
  signal.addEventListener('abort', () => {
    for (const ending of running) ending.abort(signal.reason);
  });
  return {
    pre: (request) => {
      request.setSignal(endingWithin(timeout, signal, running));
      return Promise.resolve(request);
    },
    post: (response) => Promise.resolve(response),
  };
}

/**
 * A signal that aborts with the other one, or after the time. Timer and set hold it: what AbortSignal.any makes of
 * AbortSignal.timeout is held by nobody on Node.js 20, and never aborts once it is collected. Nobody tells us when the
 * answer was read, so the timer stays for its time and then aborts what is over.
 */
function endingWithin(timeout: number, signal: AbortSignal, running: Set<AbortController>): AbortSignal {
  const ending = new AbortController();
  if (signal.aborted) ending.abort(signal.reason);
  running.add(ending);
  const timer = setTimeout(() => {
    running.delete(ending);
    ending.abort(new DOMException('No answer in time', 'TimeoutError'));
  }, timeout);
  timer.unref();
  return ending.signal;
}
