import type { Options } from '../settings/options';
import type { Backend } from './backend';
import { createLocalBackend } from './local';
import { createSampleBackend } from './sample';

/** The back end that was asked for. `cluster`, a proxy to the API server of a kubeconfig, belongs here as well. */
export const createBackend = async (options: Options, warn: (message: string) => void): Promise<Backend> => {
  switch (options.backend) {
    case 'local':
      return createLocalBackend(options, warn);
    case 'sample':
      return createSampleBackend(options.nodes, options.fleet);
    default:
      return options.backend satisfies never;
  }
};
