import type { ClusterProfile, TestedFacts } from '@calico-readiness/requirements';
import { Command, Option } from 'commander';
import { outputFormats } from '../print/printers';
import type { OutputFormat } from '../print/printers';
import { check } from './check';
import { UsageError } from './exit-status';
import { kernelReleaseOf, wordOf } from './option-values';
import type { ProfileOptions } from './profile-options';
import { addProfileOptions, declarationOf } from './profile-options';
import type { Terminal } from './terminal';
import { printStyleFor } from './terminal';

interface Options extends ProfileOptions {
  readonly hostRoot: string;
  readonly kernelRelease?: string;
  /** Paths of changes, in the order in which they were given. */
  readonly with?: readonly string[];
  readonly output: OutputFormat;
  /** Path of a kubeconfig, or true for the one that kubectl would take. */
  readonly cluster?: string | true;
  readonly nodeName?: string;
  /** Path of a kubeconfig, with whose login the API is tested. */
  readonly kubeconfig?: string;
}

/** Where a command writes to and with which exit status it wants to end. */
export interface CommandOutput extends Terminal {
  write(text: string): void;
  end(exitStatus: number): void;
}

/** `check`: judge one host, once. */
export function checkCommand(output: CommandOutput): Command {
  const command = new Command('check')
    .description('check one host against the system requirements of Calico; changes nothing')
    .option('--host-root <directory>', 'root directory of the host: this machine, or a captured or mounted tree', '/')
    .addOption(
      new Option('--kernel-release <release>', 'kernel to check instead of the one found on the host').argParser(
        kernelReleaseOf,
      ),
    )
    .addOption(
      new Option(
        '--with <path>',
        'judge the host at its next boot with a change laid over it: a file with MachineConfigs, or a directory that is a part of a root tree; may be given several times',
      ).argParser((path: string, paths: readonly string[] = []) => [...paths, path]),
    )
    .option(
      '--cluster [kubeconfig]',
      "detect the profile from a cluster's objects, reading only; options and --profile override it",
    )
    .option(
      '--kubeconfig <file>',
      'test whether this host reaches the Kubernetes API: requests to each API server, with the login of a kubeconfig',
    )
    .option(
      '--node-name <name>',
      'with --cluster: the Node whose own Calico settings count; with --kubeconfig: the Node of this host',
    )
    .addOption(
      new Option('-o, --output <format>', `how to print: ${outputFormats.join(', ')}`)
        .argParser(wordOf(outputFormats))
        .default('table'),
    )
    .addHelpText(
      'after',
      '\nExit status: 0 ready, 1 the tool failed, 2 wrong usage, 3 not ready, 4 unknown; with --with, of the host with the change.',
    );
  addProfileOptions(command);
  return command.action(async (options: Options) => {
    const { hostRoot, kernelRelease, with: paths = [] } = options;
    const profile = await effectiveProfile(options);
    const tested = await testedFacts(options);
    const checked = {
      hostRoot,
      ...(kernelRelease !== undefined && { kernelRelease }),
      profile,
      ...(tested !== undefined && { tested }),
      output: options.output,
    };
    const style = printStyleFor(output);
    // A check of what is does not load what lays a change over it.
    const result =
      paths.length === 0
        ? await check(checked, style)
        : await (await import('./check-with')).checkWith(checked, paths, style);
    output.write(result.text);
    output.end(result.exitStatus);
  });
}

/** Undefined where nothing is to be tested; a check without a cluster must not wait for the Kubernetes client. */
async function testedFacts({ kubeconfig, hostRoot, nodeName }: Options): Promise<TestedFacts | undefined> {
  if (kubeconfig === undefined) return undefined;
  const { testApi } = await import('./api/test-api');
  return testApi({ kubeconfig, hostRoot, ...(nodeName !== undefined && { nodeName }) });
}

async function effectiveProfile(options: Options): Promise<ClusterProfile> {
  const { cluster, nodeName, kubeconfig } = options;
  if (cluster === undefined && kubeconfig === undefined && nodeName !== undefined)
    throw new UsageError(
      "option '--node-name <name>' needs --cluster or --kubeconfig: without one there are no settings of a node.",
    );
  const declared = await declarationOf(options);
  if (cluster === undefined) return declared.profile;
  // A check without a cluster must not wait for the Kubernetes client.
  const { profileInCluster } = await import('./profile-in-cluster');
  return profileInCluster(declared, {
    ...(cluster !== true && { kubeconfig: cluster }),
    ...(nodeName !== undefined && { nodeName }),
  });
}
