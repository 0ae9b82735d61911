import type { IncomingMessage } from 'node:http';
import type { KubeConfig } from '@kubernetes/client-node';
import { isSuccess, objectOf, statusOf } from './api-answer';
import { apiErrorOf } from './api-error';
import type { Login } from './api-login';
import { ApiLogin } from './api-login';
import type { ApiRequest, Query } from './api-request';
import { patchTypes, sendRequest } from './api-request';
import type { OtherServer } from './api-servers';
import { ApiServers } from './api-servers';
import { readAnswer } from './bounded-http';
import { RequestLimits } from './request-limits';

/** Milliseconds that a request to the API may take, its answer read to the end. */
const requestTimeout = 10_000;
/** Milliseconds that a watch may be silent: longer than any watch. */
const watchIdleLimit = 3_600_000;

interface ApiClientOptions {
  /** Milliseconds that a request may take. */
  readonly timeout?: number;
  /** Asked while the server of the kubeconfig cannot be reached. */
  readonly otherServer?: OtherServer;
}

/**
 * The API of the current cluster of a kubeconfig. Every request ends after `timeout` milliseconds, or when the signal
 * aborts, and no answer is read beyond `largestAnswer`. All of them reject with ApiError for an answer that is no
 * success, with SyntaxError for one that is no object, with AnswerTooLargeError, with an AbortError when there was no
 * answer in time, and with the error of the connection or the login. The calls of the Kubernetes client itself come with
 * code for every resource that there is, which takes 32 MB of memory.
 */
export class ApiClient {
  private readonly servers: ApiServers;
  private readonly limits: RequestLimits;
  private readonly requests: ApiLogin;
  private readonly watches: ApiLogin;

  /** Throws when the kubeconfig names no current cluster. */
  constructor(
    kubeConfig: KubeConfig,
    signal: AbortSignal,
    { timeout = requestTimeout, otherServer }: ApiClientOptions = {},
  ) {
    const cluster = kubeConfig.getCurrentCluster();
    if (cluster === null) throw new Error('The kubeconfig names no current cluster.');
    this.servers = new ApiServers(cluster.server, otherServer);
    this.limits = new RequestLimits(signal, timeout);
    this.requests = new ApiLogin(kubeConfig, timeout);
    this.watches = new ApiLogin(kubeConfig, watchIdleLimit);
  }

  /** The object, or the list of objects, at a path. */
  async get(path: string, query?: Query, accept?: string): Promise<object> {
    return this.answerOf({ method: 'GET', path, ...(query && { query }), ...(accept !== undefined && { accept }) });
  }

  /** Creates an object below the path of its resource; resolves to what it became. */
  async create(path: string, body: object, query: Query): Promise<object> {
    return this.answerOf({ method: 'POST', path, query, contentType: 'application/json', body });
  }

  /** Puts an object in the place of the one of the version that it names; resolves to what it became. */
  async replace(path: string, body: object, query: Query): Promise<object> {
    return this.answerOf({ method: 'PUT', path, query, contentType: 'application/json', body });
  }

  /** Changes the object at a path; resolves to what it became. */
  async patch(path: string, type: keyof typeof patchTypes, body: object, query: Query): Promise<object> {
    return this.answerOf({ method: 'PATCH', path, query, contentType: patchTypes[type], body });
  }

  /** An answer that goes on for as long as the watch does. Its time is the caller's, who ends it by the signal. */
  async openWatch(path: string, query: Query, signal: AbortSignal): Promise<IncomingMessage> {
    const request = { method: 'GET', path, query: { watch: 'true', ...query } } as const;
    const answer = await this.send(request, await this.watches.login(), signal);
    if (!isSuccess(answer)) throw apiErrorOf(statusOf(answer), answer.headers, await readAnswer(answer));
    return answer;
  }

  private async answerOf(request: ApiRequest): Promise<object> {
    // A program that logs in may ask a person, who takes more time than an API.
    const login = await this.requests.login();
    return this.limits.within(async (signal) => {
      try {
        const answer = await this.send(request, login, signal);
        const text = await readAnswer(answer);
        if (!isSuccess(answer)) throw apiErrorOf(statusOf(answer), answer.headers, text);
        return objectOf(text);
      } catch (error) {
        // Node.js tells of an answer that is aborted half-way as of a connection that broke.
        throw signal.aborted ? new DOMException('The request was aborted', 'AbortError') : error;
      }
    });
  }

  private async send(request: ApiRequest, login: Login, signal: AbortSignal): Promise<IncomingMessage> {
    const server = this.servers.current;
    try {
      return await sendRequest(server, request, login, signal);
    } catch (error) {
      await this.servers.unreachable(server);
      throw error;
    }
  }
}
