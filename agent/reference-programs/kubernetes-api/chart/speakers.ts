import { ApiClient } from '../../../src/cluster/api-client';
import { ApiError } from '../../../src/cluster/api-error';
import type { Cluster } from '../cluster';
import type { Rule } from '../identities';
import { createAccount, requestToken } from '../identities';
import { kubeConfigFor } from '../kubeconfigs';
import { KubernetesClient } from '../kubernetes-client';

/** What the API says to a request: `allowed`, or why not. */
export async function answerTo(request: Promise<unknown>): Promise<string> {
  try {
    await request;
    return 'allowed';
  } catch (error) {
    if (error instanceof ApiError) return error.message;
    throw error;
  }
}

/** Speaks as a new service account with these rights. */
export async function speakAs(
  cluster: Cluster,
  account: string,
  rules: readonly Rule[],
  signal: AbortSignal,
): Promise<ApiClient> {
  const client = new KubernetesClient(cluster);
  await createAccount(client, account, rules);
  return new ApiClient(await kubeConfigFor(cluster, { user: { token: await requestToken(client, account) } }), signal);
}
