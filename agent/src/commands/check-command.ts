import { Command, Option } from 'commander';
import { outputFormats } from '../print/printers';
import type { OutputFormat } from '../print/printers';
import { check } from './check';
import { kernelReleaseOf, wordOf } from './option-values';
import type { ProfileOptions } from './profile-options';
import { addProfileOptions, profileOf } from './profile-options';
import type { Terminal } from './terminal';
import { printStyleFor } from './terminal';

interface Options extends ProfileOptions {
  readonly hostRoot: string;
  readonly kernelRelease?: string;
  readonly output: OutputFormat;
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
    .addOption(new Option('--kernel-release <release>', 'kernel to judge instead of the one the host shows').argParser(kernelReleaseOf))
    .addOption(
      new Option('-o, --output <format>', `how to print: ${outputFormats.join(', ')}`).argParser(wordOf(outputFormats)).default('table'),
    )
    .addHelpText('after', '\nExit status: 0 ready, 1 the tool failed, 2 wrong usage, 3 not ready, 4 undecided.');
  addProfileOptions(command);
  return command.action(async (options: Options) => {
    const { hostRoot, kernelRelease } = options;
    const result = await check(
      { hostRoot, ...(kernelRelease !== undefined && { kernelRelease }), profile: await profileOf(options), output: options.output },
      printStyleFor(output),
    );
    output.write(result.text);
    output.end(result.exitStatus);
  });
}
