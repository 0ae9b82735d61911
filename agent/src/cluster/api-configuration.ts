import type { Configuration, KubeConfig, Middleware } from '@kubernetes/client-node';
import { createConfiguration, ServerConfiguration } from '@kubernetes/client-node';

const requestTimeout = 10_000;

/**
 * How to talk to the API of the current cluster of a kubeconfig: every request ends after 10 seconds, or when the signal
 * aborts. Throws when the kubeconfig names no current cluster.
 */
export function createApiConfiguration(kubeConfig: KubeConfig, signal: AbortSignal): Configuration {
  const cluster = kubeConfig.getCurrentCluster();
  if (cluster === null) throw new Error('The kubeconfig names no current cluster.');
  return createConfiguration({
    baseServer: new ServerConfiguration(cluster.server, {}),
    authMethods: { default: kubeConfig },
    promiseMiddleware: [timeLimit(signal)],
  });
}

/** The client itself waits for an answer for ever. */
const timeLimit = (signal: AbortSignal): Middleware => ({
  pre: (request) => {
    request.setSignal(AbortSignal.any([signal, AbortSignal.timeout(requestTimeout)]));
    return Promise.resolve(request);
  },
  post: (response) => Promise.resolve(response),
});
