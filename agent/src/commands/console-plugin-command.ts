import { Argument, Command } from 'commander';
import type { CommandOutput } from './check-command';
import type { PluginWish } from '../console-plugin/plugin-list';

interface Options {
  readonly kubeconfig?: string;
}

/** `console-plugin`: add our plugin to those that OpenShift's console has enabled, or take it off; for the chart's hooks. */
export function consolePluginCommand(output: CommandOutput): Command {
  return new Command('console-plugin')
    .description("enable or disable the plugin in OpenShift's console; other plugins stay as they are")
    .addArgument(new Argument('<wish>', 'what to do').choices(['enable', 'disable']))
    .option('--kubeconfig <file>', 'how to reach the API; inside a pod its service account is used')
    .action(async (wish: PluginWish, { kubeconfig }: Options) => {
      // No other command needs the Kubernetes client for it.
      const { tellSwitchedPlugin } = await import('./switched-plugin');
      await tellSwitchedPlugin(wish, kubeconfig, output);
    });
}
