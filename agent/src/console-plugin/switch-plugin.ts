import { setTimeout } from 'node:timers/promises';
import type { ApiClient } from '../cluster/api-client';
import { ApiError } from '../cluster/api-error';
import type { PluginWish } from './plugin-list';
import { patchOfPlugins } from './plugin-list';

/** How it went; a cluster without the console capability of OpenShift has no Console to ask. */
export type PluginOutcome = 'changed' | 'as it was' | 'no console';

/** The one configuration of OpenShift's console; its operator rolls the console out anew after a change. */
const consolePath = '/apis/operator.openshift.io/v1/consoles/cluster';
/** Each one loses only against somebody who wrote in the same moment. */
const mostAttempts = 20;
/** Milliseconds at most before the next attempt: a random share of it, so that two that race part. */
const longestWait = 500;

/** Status of a patch that came too late: a test that does not hold any more, or an object that changed meanwhile. */
const tooLate: readonly number[] = [422, 409];

/**
 * Enables or disables our plugin for everybody who uses the console. Rejects as ApiClient does, and with the last
 * refusal when the list changed again before every attempt.
 */
export async function switchPlugin(
  client: Pick<ApiClient, 'get' | 'patch'>,
  wish: PluginWish,
  random: () => number = Math.random,
): Promise<PluginOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    const console = await consoleOf(client);
    if (console === undefined) return 'no console';
    const patch = patchOfPlugins(console, wish);
    if (patch === undefined) return 'as it was';
    try {
      await client.patch(consolePath, 'json', patch, {});
      return 'changed';
    } catch (error) {
      if (attempt === mostAttempts || !(error instanceof ApiError && tooLate.includes(error.status))) throw error;
      await setTimeout(random() * longestWait);
    }
  }
}

async function consoleOf(client: Pick<ApiClient, 'get'>): Promise<object | undefined> {
  try {
    return await client.get(consolePath);
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return undefined;
    throw error;
  }
}
