import type { Options } from '../options';
import type { Backend } from './backend';
import { createLocalBackend } from './local';

/** `assetsDirectory` holds what the build prepared for the back ends. A back end `cluster` belongs here as well. */
export const createBackend = (options: Options, _assetsDirectory: string): Backend => createLocalBackend(options.hostRoot);
