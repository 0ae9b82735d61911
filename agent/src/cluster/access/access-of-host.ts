import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiAccess, Fact } from '@calico-readiness/requirements';
import { ApiClient } from '../api-client';
import { ApiError } from '../api-error';
import { ApiLogin } from '../api-login';
import type { KubeConfig } from '../kube-config';
import { ApiAccessTests } from './api-access-tests';
import { clusterServiceOf, ownEndpointSlice } from './api-addresses';
import { directAccess } from './direct-access';
import { testLimit } from './test-api-way';

/** As many as make a way a failing one, and milliseconds between them: nobody waits six minutes for a check (ADR 44). */
const tests = 3;
const usualPause = 10_000;

const ofDefault = '/api/v1/namespaces/default';

/** How to test from one host. */
export interface HostAccessOptions {
  /** What the Node of this host would be named. */
  readonly nodeName: string;
  readonly signal: AbortSignal;
  /** Milliseconds between two tests. */
  readonly pause?: number;
}

/**
 * How this host gets to the API servers, with the login of a kubeconfig: each server that the API itself lists, and the
 * address of their service where the host is a node of the cluster; elsewhere no kube-proxy makes one. Tests again, up to
 * three times, while a way is not ready. Rejects where the kubeconfig's own server gives no answer or the login is not
 * accepted, as `ApiClient.get` does.
 */
export async function accessOfHost(
  kubeConfig: KubeConfig,
  { nodeName, signal, pause = usualPause }: HostAccessOptions,
): Promise<Fact<ApiAccess>> {
  const client = new ApiClient(kubeConfig, signal);
  await ifAllowed(client.get(ownEndpointSlice));
  const [authorities, node, service] = await Promise.all([
    ifAllowed(client.get(`${ofDefault}/configmaps/kube-root-ca.crt`)),
    ifAllowed(client.get(`/api/v1/nodes/${encodeURIComponent(nodeName)}`)),
    ifAllowed(client.get(`${ofDefault}/services/kubernetes`)),
  ]);
  const authority = authorityIn(authorities);
  const address = node === undefined || service === undefined ? undefined : clusterServiceOf(service);
  const login = new ApiLogin(directAccess(kubeConfig, authority), testLimit);
  const access = new ApiAccessTests({
    ...{ client, login, random: () => 0 },
    ...(address !== undefined && { service: address }),
  });
  for (let number = 1; number <= tests && !isReady(access.fact); number += 1) {
    if (number > 1) await sleep(pause, undefined, { signal });
    await access.test();
  }
  return authority === undefined ? withoutStrangers(access.fact) : access.fact;
}

/** Undefined for what is not there, and for what the user may not read. */
async function ifAllowed(answer: Promise<object>): Promise<object | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ApiError && error.status !== 401) return undefined;
    throw error;
  }
}

/** The authorities of the cluster, which its controllers put into each namespace. */
function authorityIn(configMap: object | undefined): string | undefined {
  const { data } = (configMap ?? {}) as { readonly data?: Readonly<Record<string, unknown>> | null };
  const text = data?.['ca.crt'];
  return typeof text === 'string' && text.includes('BEGIN CERTIFICATE') ? text : undefined;
}

const isReady = (fact: Fact<ApiAccess>): boolean =>
  fact.status === 'observed' && fact.value.ways.every(({ outcome }) => outcome === 'ready');

/** Where the cluster's own authority is not known, a certificate of another one than the kubeconfig's is no failure. */
function withoutStrangers(fact: Fact<ApiAccess>): Fact<ApiAccess> {
  if (fact.status !== 'observed') return fact;
  const ways = fact.value.ways.map((way) => {
    if (way.outcome !== 'other-authority') return way;
    const { failing, ...rest } = way;
    return failing === true ? rest : way;
  });
  return { ...fact, value: { ...fact.value, ways } };
}
