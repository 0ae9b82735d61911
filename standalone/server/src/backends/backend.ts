import type { EmbeddedApi } from '../kubernetes/embedded-api';

/** Where the objects behind `/api/kubernetes` come from. */
export interface Backend {
  readonly name: 'local' | 'sample';
  /** What the masthead says about it. */
  readonly label: string;
  /** Whether the objects are invented: then every page says so. */
  readonly isSample: boolean;
  readonly api: EmbeddedApi;
  /**
   * Does what the back end does beside answering, until the signal aborts; then it resolves. Called once the servers
   * listen; `apiUrl` is the root under which the API answers.
   */
  readonly run: (apiUrl: string, signal: AbortSignal) => Promise<void>;
}
