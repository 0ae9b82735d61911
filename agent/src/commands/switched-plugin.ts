import { ApiClient } from '../cluster/api-client';
import { ApiError } from '../cluster/api-error';
import type { PluginWish } from '../console-plugin/plugin-list';
import { ourPlugin } from '../console-plugin/plugin-list';
import type { PluginOutcome } from '../console-plugin/switch-plugin';
import { switchPlugin } from '../console-plugin/switch-plugin';
import { errorText } from '../foundation/agent-log';
import { kubeConfigOf } from './kube-config-option';
import type { CommandOutput } from './check-command';
import { exitStatus } from './exit-status';

/** Says in one line how it went: exit status 0 when the list is as wished, or there is no console; 1 when it could not be changed. */
export async function tellSwitchedPlugin(
  wish: PluginWish,
  kubeconfig: string | undefined,
  output: Pick<CommandOutput, 'write' | 'end'>,
): Promise<void> {
  const client = new ApiClient(await kubeConfigOf(kubeconfig), new AbortController().signal);
  try {
    output.write(`${sentences[wish][await switchPlugin(client, wish)]}\n`);
    output.end(exitStatus.ready);
  } catch (error) {
    output.write(`The plugin ${ourPlugin} could not be ${wish}d: ${reasonOf(error)}\n`);
    output.end(exitStatus.toolFailed);
  }
}

const noConsole = 'This cluster has no Console named cluster, so there is nothing to change.';

const sentences: Readonly<Record<PluginWish, Readonly<Record<PluginOutcome, string>>>> = {
  enable: {
    changed: `The plugin ${ourPlugin} is enabled. The console rolls out again; reload it afterwards.`,
    'as it was': `The plugin ${ourPlugin} was enabled already.`,
    'no console': noConsole,
  },
  disable: {
    changed: `The plugin ${ourPlugin} is disabled. The console rolls out again.`,
    'as it was': `The plugin ${ourPlugin} was not enabled.`,
    'no console': noConsole,
  },
};

function reasonOf(error: unknown): string {
  if (!(error instanceof ApiError)) return errorText(error);
  return error.status === 422 || error.status === 409
    ? `the list was changed at the same time, repeatedly (${errorText(error)})`
    : errorText(error);
}
