import { InvalidArgumentError } from 'commander';
import type { ChallengedProtocol } from '../../flows/challenged-flow';
import { challengedFlows, isChallenged } from '../../flows/challenged-flow';
import type { TestedFlow } from '../../flows/tested-flow';
import { flowPorts } from '../../flows/tested-flow';
import { mostPeers } from '../../flows/probe-limits';
import { peerAddress } from '../../host/flows/peer-address';

/** Addresses of peers with commas between, each once, as `--to` takes them; those given before come first. */
export function peersOf(text: string, before: readonly string[] = []): readonly string[] {
  const peers = text.split(',').map((word) => peerOf(word.trim()));
  const all = [...new Set([...before, ...peers])];
  if (all.length > mostPeers) throw new InvalidArgumentError(`At most ${String(mostPeers)} addresses are allowed.`);
  return all;
}

function peerOf(word: string): string {
  if (/^fe[89ab][0-9a-f]:/i.test(word))
    throw new InvalidArgumentError(
      `${word} is link-local, which is another node behind each device. Name a routable address.`,
    );
  const read = peerAddress(word);
  if (read === 'no-address')
    throw new InvalidArgumentError('Allowed: IPv4 and IPv6 addresses with commas between; names are not looked up.');
  if (read === 'no-peer') throw new InvalidArgumentError(`${word} cannot be the address of another node.`);
  return read.address;
}

/** A flow of `--flow`: one that a single host tests, or one whose other end answers challenges, with a port if one is named. */
export type CommandFlow = TestedFlow | { readonly name: ChallengedProtocol; readonly port?: number };

const names = [...Object.keys(flowPorts), ...challengedFlows];

/** Names of flows with commas between, each with another port where one is given: `bgp,typha:5474`. */
export function testedFlowsOf(text: string): readonly CommandFlow[] {
  const flows = new Map<string, CommandFlow>();
  for (const word of text.split(',')) {
    const [, name = '', digits] = /^([a-z-]+)(?::(\d{1,5}))?$/.exec(word.trim()) ?? [];
    const port = digits === undefined ? undefined : Number(digits);
    const flow = port === 0 || (port ?? 1) > 65_535 ? undefined : flowOf(name, port);
    if (flow === undefined)
      throw new InvalidArgumentError(
        `Allowed: ${names.join(', ')}, with commas between, and :port behind all but ipip.`,
      );
    flows.set(`${name}:${String(flow.port)}`, flow);
  }
  return [...flows.values()];
}

function flowOf(name: string, port: number | undefined): CommandFlow | undefined {
  if (isFlowName(name)) return { name, port: port ?? flowPorts[name] };
  if (!isChallenged(name) || (name === 'ipip' && port !== undefined)) return undefined;
  return { name, ...(port !== undefined && { port }) };
}

const isFlowName = (name: string): name is keyof typeof flowPorts => Object.hasOwn(flowPorts, name);

/** A whole number between two bounds. */
export const numberBetween =
  (least: number, most: number) =>
  (text: string): number => {
    const number = Number(text);
    if (!/^\d{1,9}$/.test(text) || number < least || number > most)
      throw new InvalidArgumentError(`Allowed: whole numbers from ${String(least)} to ${String(most)}.`);
    return number;
  };
