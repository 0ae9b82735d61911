import type { KubeConfig } from '@kubernetes/client-node';
import { Command, Option } from 'commander';
import { HostRootError } from '../host/create-host-files';
import type { CommandOutput } from './check-command';
import { exitStatus, UsageError } from './exit-status';
import { secondsBetween } from './option-values';
import type { ProfileOptions } from './profile-options';
import { addProfileOptions, profileOf } from './profile-options';

interface Options extends ProfileOptions {
  readonly nodeName?: string;
  readonly hostRoot: string;
  readonly observeInterval: number;
  readonly reportInterval: number;
  readonly kubeconfig?: string;
}

/** `agent`: observe this node for as long as the process lives and publish its NodeReport. */
export function agentCommand(output: CommandOutput): Command {
  const command = new Command('agent')
    .description('observe this node continuously and publish its NodeReport')
    .addOption(new Option('--node-name <name>', 'name of the Node object').env('NODE_NAME'))
    .option('--host-root <directory>', "where the host's root directory is mounted", '/host')
    .addOption(new Option('--observe-interval <seconds>', 'time between two observations').argParser(secondsBetween(1, 3600)).default(30))
    .addOption(new Option('--report-interval <seconds>', 'a report without news is written this often').argParser(secondsBetween(10, 86_400)).default(900))
    .option('--kubeconfig <file>', 'how to reach the API; inside a pod its service account is used');
  addProfileOptions(command);
  return command.action(async (options: Options) => {
    if (options.nodeName === undefined || options.nodeName === '') {
      throw new UsageError("option '--node-name <name>' is missing: give it, or set the environment variable NODE_NAME from spec.nodeName of the pod.");
    }
    await observeForEver({ ...options, nodeName: options.nodeName });
    output.end(exitStatus.ready);
  });
}

/** Loads what only the agent needs: a check must not wait for the Kubernetes client. */
async function observeForEver(options: Options & { readonly nodeName: string }): Promise<void> {
  const [{ runAgent }, kubernetes, { pino }] = await Promise.all([
    import('../run-agent'),
    import('@kubernetes/client-node'),
    import('pino'),
  ]);
  const log = pino({ name: 'calico-readiness', base: { node: options.nodeName } });
  const ending = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT'] as const) {
    process.once(name, () => {
      log.info({ signal: name }, 'Ending');
      ending.abort();
    });
  }
  const kubeConfig = loadKubeConfig(new kubernetes.KubeConfig(), options.kubeconfig);
  log.info({ hostRoot: options.hostRoot, api: kubeConfig.getCurrentCluster()?.server }, 'Beginning');
  try {
    await runAgent({
      kubeConfig,
      nodeName: options.nodeName,
      hostRoot: options.hostRoot,
      observeIntervalSeconds: options.observeInterval,
      reportIntervalSeconds: options.reportInterval,
      profile: await profileOf(options),
      signal: ending.signal,
      log,
    });
  } catch (error) {
    if (error instanceof HostRootError) throw new UsageError(`option '--host-root <directory>': ${error.message}`);
    throw error;
  }
  log.info({}, 'Ended');
}

function loadKubeConfig(kubeConfig: KubeConfig, file: string | undefined): KubeConfig {
  if (file === undefined) {
    if (process.env['KUBERNETES_SERVICE_HOST'] === undefined) {
      throw new UsageError("option '--kubeconfig <file>' is missing: outside a pod nothing else tells how to reach the API.");
    }
    kubeConfig.loadFromCluster();
    return kubeConfig;
  }
  try {
    kubeConfig.loadFromFile(file);
  } catch (error) {
    throw new UsageError(`option '--kubeconfig <file>': ${file} can not be used: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (kubeConfig.getCurrentCluster() === null) {
    throw new UsageError(`option '--kubeconfig <file>': ${file} names no current context with a cluster.`);
  }
  return kubeConfig;
}
