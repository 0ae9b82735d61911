import { Command, Option } from 'commander';
import { answeredFormats, flowFormats } from '../../print/flows/flow-formats';
import type { CommandOutput } from '../check-command';
import { UsageError } from '../exit-status';
import type { AnswerOptions } from './answer-flows';
import { numberBetween, peersOf, testedFlowsOf } from './flow-options';
import type { FlowsOptions } from './test-flows';
import { secondsBetween, wordOf } from '../option-values';
import { printStyleFor } from '../terminal';

/** `flows`: test from this host whether Calico's traffic reaches other nodes, without a cluster. */
export function flowsCommand(output: CommandOutput): Command {
  const command = new Command('flows')
    .description("test whether Calico's traffic from this host reaches other nodes; changes nothing")
    .addOption(
      new Option(
        '--to <addresses>',
        'IP addresses of the other nodes, with commas between; may be given several times',
      ).argParser(peersOf),
    )
    .addOption(
      new Option(
        '--flow <flows>',
        'what to test, with commas between: bgp, typha, kube-apiserver, and with --key-file vxlan, ipip, wireguard; each with another port as typha:5474',
      )
        .argParser(testedFlowsOf)
        .default(undefined, 'bgp,typha; with --answer vxlan,ipip,wireguard'),
    )
    .option('--listening', 'Calico runs there: a port at which nobody listens is a failure')
    .option('--bgp-connect', 'nothing speaks BGP at these nodes: connect to its port in full')
    .addOption(
      new Option(
        '--bgp-password <answer>',
        'whether BGP sessions have a password: yes, no; silence of BGP counts only where they have none',
      ).argParser(wordOf(['yes', 'no'])),
    );
  addAnswering(command);
  addLimits(command);
  return command
    .addHelpText(
      'after',
      '\nExit status: 0 no flow is blocked, 1 the tool failed, 2 wrong usage, 3 a flow is blocked, 4 not all were tested.',
    )
    .action(async (options: GivenOptions) => {
      const { answer, to, from, keyFile, flow } = options;
      if (answer === true) {
        if (to !== undefined) throw new UsageError('--answer and --to exclude one another.');
        if (from === undefined || keyFile === undefined) throw new UsageError('--answer needs --from and --key-file.');
        const { answerFlows } = await import('./answer-flows');
        const format = answeredFormats.find((each) => each === options.output);
        if (format === undefined) throw new UsageError(`--answer prints: ${answeredFormats.join(', ')}.`);
        const answered = {
          ...options,
          output: format,
          from,
          keyFile,
          flow: flow ?? testedFlowsOf('vxlan,ipip,wireguard'),
        };
        output.write(await answerFlows(answered));
        return;
      }
      if (to === undefined) throw new UsageError("required option '--to <addresses>' not specified, or --answer");
      const { testFlows } = await import('./test-flows');
      const tested = { ...options, to, flow: flow ?? testedFlowsOf('bgp,typha') };
      const result = await testFlows(tested, printStyleFor(output));
      output.write(result.text);
      output.end(result.exitStatus);
    });
}

/** What commander makes of the options of both ends. */
type GivenOptions = Omit<FlowsOptions, 'to' | 'flow'> &
  Partial<Pick<FlowsOptions, 'to' | 'flow'>> &
  Pick<AnswerOptions, 'for'> &
  Partial<Pick<AnswerOptions, 'from'>> & { readonly answer?: true };

/** vxlan, ipip and wireguard have two ends. */
function addAnswering(command: Command): void {
  command
    .option('--key-file <file>', 'at least 32 bytes of chance that both ends of vxlan, ipip and wireguard have')
    .option('--answering', 'the other nodes run flows --answer meanwhile: no answer is a failure')
    .addOption(
      new Option('--packet-size <bytes>', 'test vxlan, ipip and wireguard in packets of this size too').argParser(
        numberBetween(576, 9000),
      ),
    )
    .option('--answer', 'be the other end of vxlan, ipip and wireguard: answer challenges')
    .addOption(
      new Option(
        '--from <addresses>',
        'which addresses of this host to test from, one of each family; with --answer: the nodes that test',
      ).argParser(peersOf),
    )
    .addOption(
      new Option('--for <seconds>', 'with --answer: how long to answer').argParser(secondsBetween(1, 3600)).default(60),
    );
}

function addLimits(command: Command): void {
  command
    .addOption(
      new Option('--timeout <seconds>', 'how long to wait for an answer; twice before a flow counts as filtered')
        .argParser(secondsBetween(1, 30))
        .default(5),
    )
    .addOption(
      new Option('--at-once <number>', 'how many flows are tested at once').argParser(numberBetween(1, 64)).default(16),
    )
    .addOption(
      new Option('-o, --output <format>', `how to print: ${flowFormats.join(', ')}`)
        .argParser(wordOf(flowFormats))
        .default('table'),
    );
}
