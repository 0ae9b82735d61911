import { accessReviewPath, reviewAccess, reviewSelf, selfReviewPath } from './access-review';
import { jsonResponse, parseBody, type ApiRequest, type ApiResponse } from './api-request';
import { discover } from './discovery';
import { ObjectStore } from './object-store';
import { parseResourcePath, type ResourcePath } from './resource-path';
import { handleResource, verbOf } from './resource-request';
import { isDryRun } from './write-options';
import type { ResourceType } from './resource-type';
import { scenarioOf, type Scenario, type ScenarioName } from './scenario';
import { StatusError } from './status';
import { watch, type WatchEvent } from './watch';

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A Kubernetes API in memory, as far as our pages, the console SDK and our agent use one. */
export class EmbeddedApi {
  readonly store: ObjectStore;
  #scenario: ScenarioName = 'normal';
  readonly #watches = new Set<() => void>();

  constructor(types: readonly ResourceType[]) {
    this.store = new ObjectStore(types);
  }

  get scenarioName(): ScenarioName {
    return this.#scenario;
  }

  /** Open watches end, so that their clients come back and meet the new behaviour. */
  setScenario(name: ScenarioName): void {
    this.#scenario = name;
    for (const end of [...this.#watches]) end();
  }

  async handle(request: ApiRequest): Promise<ApiResponse> {
    try {
      return await this.#answer(request);
    } catch (error) {
      if (error instanceof StatusError) return jsonResponse(error.status.code, error.status);
      return jsonResponse(
        500,
        new StatusError('InternalError', error instanceof Error ? error.message : String(error)).status,
      );
    }
  }

  /** Throws a StatusError when the watch is refused; `ended` is called when the API itself ends it. */
  watch(
    request: Pick<ApiRequest, 'path' | 'query'> & Partial<Pick<ApiRequest, 'accept'>>,
    send: (event: WatchEvent) => void,
    ended: () => void,
  ): () => void {
    if (this.outage !== undefined) throw this.outage;
    const path = this.#resourcePath(request.path);
    if (path === undefined) throw new StatusError('NotFound', 'the server could not find the requested resource');
    const refusal = this.#behaviour.refuse({ type: path.type, verb: 'watch', continued: false, dryRun: false });
    if (refusal !== undefined) throw refusal;
    const stop = watch(this.store, path, request, () => this.#behaviour, send);
    const end = (): void => {
      stop();
      this.#watches.delete(end);
      ended();
    };
    this.#watches.add(end);
    return () => {
      stop();
      this.#watches.delete(end);
    };
  }

  /** Set while nothing answers. */
  get outage(): StatusError | undefined {
    return this.#behaviour.outage;
  }

  get #behaviour(): Scenario {
    return scenarioOf(this.#scenario);
  }

  get #types(): readonly ResourceType[] {
    return this.store.types.filter(this.#behaviour.serves);
  }

  #resourcePath(path: string): ResourcePath | undefined {
    return parseResourcePath(path, this.#types);
  }

  async #answer(request: ApiRequest): Promise<ApiResponse> {
    if (this.outage !== undefined) throw this.outage;
    if (['/healthz', '/livez', '/readyz'].includes(request.path))
      return { status: 200, contentType: 'text/plain', body: 'ok' };
    const found = request.method === 'GET' ? discover(request.path.replace(/(.)\/$/, '$1'), this.#types) : undefined;
    if (found !== undefined) return jsonResponse(200, found);
    if (request.path === accessReviewPath && request.method === 'POST') {
      return jsonResponse(201, reviewAccess(parseBody(request), this.#types, this.#behaviour));
    }
    if (request.path === selfReviewPath && request.method === 'POST') return jsonResponse(201, reviewSelf());
    const path = this.#resourcePath(request.path);
    // Kubernetes answers a path that no API serves in plain text.
    if (path === undefined) return { status: 404, contentType: 'text/plain', body: '404 page not found\n' };
    const scenario = this.#behaviour;
    const asked = {
      type: path.type,
      verb: verbOf(request.method, path),
      continued: (request.query.get('continue') ?? '') !== '',
      dryRun: isDryRun(request.query),
    };
    await pause(scenario.delayMilliseconds(asked));
    const refusal = scenario.refuse(asked) ?? scenario.admit(asked);
    if (refusal !== undefined) throw refusal;
    const response = handleResource(this.store, scenario, request, path, parseBody(request));
    const lost = scenario.loseAnswer(asked);
    if (lost !== undefined) throw lost;
    return response;
  }
}
