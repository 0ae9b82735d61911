import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiAccess, Fact } from '@calico-readiness/requirements';
import { notTested, observed } from '@calico-readiness/requirements';
import type { ApiClient } from '../api-client';
import { ApiError } from '../api-error';
import type { ApiLogin } from '../api-login';
import { ownEndpointSlice, serversOf } from './api-addresses';
import { ApiStrikes } from './api-strikes';
import { calicoResourcesOf } from './calico-resources';
import type { UntestedWay } from './test-api-way';
import { testApiWay } from './test-api-way';

/** Milliseconds in which the agents of a cluster that begin together test first. */
const firstSpread = 30_000;

/** What tests of the way to the API work with. */
export interface ApiAccessParts {
  /** Lists the API servers, by whatever way it has. */
  readonly client: Pick<ApiClient, 'get' | 'create'>;
  readonly login: Pick<ApiLogin, 'login'>;
  /** What pods are told of the API, as `address:port`. */
  readonly service?: string;
  /** In [0, 1). */
  readonly random: () => number;
  /** Milliseconds since 1970; for tests. */
  readonly now?: () => number;
}

/** Tests how this node gets to the Kubernetes API, now and then, and holds what the last test showed (ADR 35). */
export class ApiAccessTests {
  /** What is known now. */
  fact: Fact<ApiAccess> = notTested('agent');
  private readonly strikes = new ApiStrikes();

  constructor(private readonly parts: ApiAccessParts) {}

  /** Tests until the signal aborts; resolves then. */
  async run(signal: AbortSignal): Promise<void> {
    const { random } = this.parts;
    try {
      await sleep(random() * firstSpread, undefined, { signal, ref: false });
      while (!signal.aborted) {
        await this.test();
        await sleep(this.strikes.delay * (0.9 + 0.2 * random()), undefined, { signal, ref: false });
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  /** One test of every way. Never rejects: a login that fails leaves what was known. */
  async test(): Promise<void> {
    const { client, service, now = Date.now } = this.parts;
    const login = await this.parts.login.login().catch(() => undefined);
    if (login === undefined) return;
    const servers = await this.servers();
    const ways: UntestedWay[] = [
      ...(service === undefined ? [] : [{ kind: 'service', address: service } as const]),
      ...(servers.listed ?? []).map((address) => ({ kind: 'server', address }) as const),
    ];
    const [tested, calico] = await Promise.all([
      Promise.all(ways.map((way) => testApiWay(way, login))),
      calicoResourcesOf(client),
    ]);
    const at = now();
    const judged = this.strikes.judge(tested, servers.isAlive, at);
    const access = {
      testedAt: Math.floor(at / 1000),
      ways: judged,
      serversListed: servers.listed !== undefined,
      calico,
    };
    this.fact = observed(access, 'Kubernetes API');
  }

  /** The API servers where they may be listed, and whether the API answered at all. */
  private async servers(): Promise<{ readonly listed?: readonly string[]; readonly isAlive: boolean }> {
    try {
      return { listed: serversOf(await this.parts.client.get(ownEndpointSlice)), isAlive: true };
    } catch (error) {
      return { isAlive: error instanceof ApiError && error.status < 500 };
    }
  }
}
