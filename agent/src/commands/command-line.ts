import { Command, CommanderError } from 'commander';
import { agentVersion } from '../foundation/agent-version';
import { withoutSecrets } from '../foundation/secrets';
import { agentCommand } from './agent-command';
import { aliveCommand } from './alive-command';
import type { CommandOutput } from './check-command';
import { checkCommand } from './check-command';
import { consolePluginCommand } from './console-plugin-command';
import { controllerCommand } from './controller-command';
import { exitStatus, MachineError, UsageError } from './exit-status';
import { flowsCommand } from './flows/flows-command';
import type { ManifestsOutput } from './manifests-command';
import { manifestsCommand } from './manifests-command';

/** Where the command line writes to, and what it knows of its surroundings. */
export interface CommandLineStreams extends Omit<CommandOutput, 'end'> {
  writeError(text: string): void;
}

/** Runs the command line; `words` are the arguments without the program's name. Resolves to the exit status and never rejects. */
export async function runCommandLine(words: readonly string[], streams: CommandLineStreams): Promise<number> {
  let status: number = exitStatus.ready;
  const output: ManifestsOutput = {
    ...streams,
    end(exitStatusOfCommand) {
      status = exitStatusOfCommand;
    },
  };
  const program = new Command('calico-readiness')
    .description("Does this host meet Calico's system requirements, why not, and how to fix it")
    .version(agentVersion);
  const commands = [
    checkCommand,
    flowsCommand,
    manifestsCommand,
    agentCommand,
    controllerCommand,
    aliveCommand,
    consolePluginCommand,
  ];
  for (const command of commands) program.addCommand(command(output));
  for (const command of [program, ...program.commands]) {
    command
      .exitOverride()
      .showSuggestionAfterError()
      .configureOutput({
        writeOut: (text) => {
          streams.write(text);
        },
        writeErr: (text) => {
          streams.writeError(text);
        },
        getOutHasColors: () => false,
        getErrHasColors: () => false,
      });
  }
  try {
    await program.parseAsync([...words], { from: 'user' });
    return status;
  } catch (error) {
    return statusOfError(error, streams);
  }
}

function statusOfError(error: unknown, { writeError }: CommandLineStreams): number {
  // Commander has printed its message already; only help and version that were asked for are no errors.
  if (error instanceof CommanderError)
    return error.code === 'commander.help' || error.exitCode !== 0 ? exitStatus.wrongUsage : exitStatus.ready;
  if (error instanceof UsageError || error instanceof MachineError) {
    writeError(`error: ${withoutSecrets(error.message)}\n`);
    return error instanceof UsageError ? exitStatus.wrongUsage : exitStatus.toolFailed;
  }
  const text = withoutSecrets(error instanceof Error ? (error.stack ?? error.message) : String(error));
  writeError(`error: calico-readiness itself failed; this is a defect.\n${text}\n`);
  return exitStatus.toolFailed;
}
