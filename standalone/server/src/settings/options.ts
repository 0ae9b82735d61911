import { parseArgs } from 'node:util';
import { consoleProfileOf, consoleProfiles } from './console-profile';
import { UsageError } from './usage-error';
import { isScenarioName, scenarioNames, type ScenarioName } from '../kubernetes/scenario';

/** The sample's fleets; the back end knows what is in them. */
export const fleetNames = ['usual', 'conflicting-files'] as const;

export interface ConsolePort {
  /** The name of an emulated console. */
  readonly profile: string;
  /** 0 for any free port. */
  readonly port: number;
}

export interface Options {
  readonly backend: 'local' | 'sample';
  readonly consoles: readonly ConsolePort[];
  readonly hostRoot: string;
  /** Whether network namespaces with peers are made, so that flows of this machine can be tested. */
  readonly flowPeers: boolean;
  readonly nodes: number;
  readonly fleet: (typeof fleetNames)[number];
  readonly scenario: ScenarioName;
  readonly testControls: boolean;
  /** A built plugin that each console serves once more in the place of ours, on a port of its own. */
  readonly otherPlugin?: string;
}

const names = consoleProfiles.map(({ name }) => name);
const oldestFirst = new Intl.ListFormat('en').format([...names].reverse());

const parseConsole = (text: string): ConsolePort => {
  const [profile = '', port] = text.split(':');
  const known = consoleProfileOf(profile);
  if (known === undefined) throw new UsageError(`--console ${text}: the consoles are ${oldestFirst}`);
  if (port === undefined) return { profile, port: known.port };
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new UsageError(`--console ${text}: ${port} is not a port`);
  return { profile, port: Number(port) };
};

const parseNodes = (text: string): number => {
  const nodes = Number(text);
  if (!/^\d+$/.test(text) || nodes < 1 || nodes > 10_000)
    throw new UsageError(`--nodes ${text}: give a number from 1 to 10000`);
  return nodes;
};

const parseFleet = (text: string): Options['fleet'] => {
  const fleet = fleetNames.find((name) => name === text);
  if (fleet === undefined) throw new UsageError(`--fleet ${text}: one of ${fleetNames.join(', ')}`);
  return fleet;
};

/** Undefined when only help was asked for; throws a UsageError. */
export const parseOptions = (args: readonly string[], platform: NodeJS.Platform): Options | undefined => {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        backend: { type: 'string' },
        console: { type: 'string', multiple: true },
        'host-root': { type: 'string' },
        'flow-peers': { type: 'boolean', default: false },
        nodes: { type: 'string' },
        fleet: { type: 'string' },
        scenario: { type: 'string', default: 'normal' },
        'test-controls': { type: 'boolean', default: false },
        'other-plugin': { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${message}\nnpm start -- --help lists the options`);
  }
  if (values.help) return undefined;
  const backend = values.backend ?? (platform === 'linux' ? 'local' : 'sample');
  if (backend !== 'local' && backend !== 'sample')
    throw new UsageError(`--backend ${backend}: the back ends are local and sample`);
  if (backend === 'sample' && values['host-root'] !== undefined)
    throw new UsageError('--host-root: an invented fleet has no host tree; add --backend local');
  if (values['flow-peers'] && (backend === 'sample' || (values['host-root'] ?? '/') !== '/'))
    throw new UsageError('--flow-peers: only flows of this machine itself can be tested');
  if (backend === 'local' && values.nodes !== undefined)
    throw new UsageError('--nodes: this machine is one node; add --backend sample');
  if (backend === 'local' && values.fleet !== undefined)
    throw new UsageError('--fleet: this machine is one node; add --backend sample');
  if (!isScenarioName(values.scenario))
    throw new UsageError(`--scenario ${values.scenario}: one of ${scenarioNames.join(', ')}`);
  return {
    backend,
    consoles: (values.console ?? names).map(parseConsole),
    hostRoot: values['host-root'] ?? '/',
    flowPeers: values['flow-peers'],
    nodes: parseNodes(values.nodes ?? '40'),
    fleet: parseFleet(values.fleet ?? 'usual'),
    scenario: values.scenario,
    testControls: values['test-controls'],
    ...(values['other-plugin'] !== undefined && { otherPlugin: values['other-plugin'] }),
  };
};
