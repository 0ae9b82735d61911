import type { Room } from './room';

const requirements = 'requirements/src';
const foundation = 'agent/src/foundation';
const parsers = 'agent/src/parsers';
const host = 'agent/src/host';
const programs = 'agent/src/programs';
const probes = 'agent/src/probes';
const observation = 'agent/src/observation';
const flows = 'agent/src/flows';
const prediction = 'agent/src/prediction';
const cluster = 'agent/src/cluster';
const publish = 'agent/src/publish';
const print = 'agent/src/print';
const flowAgent = 'agent/src/flow-agent';
const nodeAgent = 'agent/src/node-agent';
const consolePlugin = 'agent/src/console-plugin';
const controller = 'agent/src/controller';
const manifests = 'agent/src/manifests';
const test = ['agent/test'];
/** What earlier versions wrote. */
const recorded = 'requirements/test';

const programNames: Readonly<Record<string, string>> = {
  'network-manager': 'NetworkManager',
  systemd: 'systemd',
  'systemd-networkd': 'systemd-networkd',
};
const everyProgram = [programs, ...Object.keys(programNames).map((name) => `${programs}/${name}`)];

/** What runs on a node, from the bottom up. */
export const agentRooms: readonly Room[] = [
  {
    folder: foundation,
    content: 'log, version, untrusted text, declared profiles: what any other room may stand on',
    rooms: [requirements],
    packages: [],
    testRooms: test,
  },
  {
    folder: parsers,
    content: 'text to value, no I/O; named after the host file that they read',
    rooms: [requirements],
    packages: [],
    testRooms: test,
  },
  {
    folder: host,
    content: 'the only I/O: files below a root, the message bus, the clock',
    rooms: [requirements, parsers],
    packages: ['node', '@homebridge/dbus-native'],
    testRooms: test,
  },
  {
    folder: programs,
    content: 'what programs make of their files, no I/O; here what several need: patterns, three-valued answers',
    rooms: [requirements, parsers],
    packages: [],
    testRooms: test,
  },
  ...Object.entries(programNames).map(([folder, program]) => ({
    folder: `${programs}/${folder}`,
    content: `what ${program} makes of its files`,
    rooms: [requirements, parsers, programs],
    packages: [],
    testRooms: test,
  })),
  {
    folder: probes,
    content: 'a file or a folder for each group of facts; `index.ts` is the list',
    rooms: [requirements, host, parsers, ...everyProgram],
    packages: ['node', 'fzstd', 'xz-decompress'],
    testRooms: test,
  },
  {
    folder: observation,
    content: 'all probes, each isolated and time-limited, and the findings',
    rooms: [requirements, foundation, host, probes],
    packages: [],
    testRooms: test,
  },
  {
    folder: flows,
    content: "what became of Calico's traffic to other nodes: how it is tested, and what answers mean; no I/O",
    rooms: [requirements, parsers, host],
    packages: [],
    testRooms: test,
  },
  {
    folder: cluster,
    content: "how the API is logged in and spoken to, and the cluster's own objects, for the profile",
    rooms: [requirements, foundation],
    packages: ['node', '@kubernetes/client-node', 'yaml'],
    testRooms: test,
  },
  {
    folder: publish,
    content: 'the NodeReport, and how it reaches the API',
    rooms: [requirements, foundation, cluster],
    packages: ['node'],
    testRooms: [...test, observation, recorded],
  },
  {
    folder: prediction,
    content: 'a change laid over a host, and what it makes of it at the next boot',
    rooms: [requirements, parsers, host, observation, publish],
    packages: ['node', 'yaml'],
    testRooms: test,
  },
  {
    folder: print,
    content: 'the NodeReport as table, JSON, YAML, CSV, Markdown, JUnit',
    rooms: [requirements, foundation, flows, publish],
    packages: ['csv-stringify', 'picocolors', 'string-width', 'wrap-ansi', 'xmlbuilder2', 'yaml'],
    testRooms: test,
  },
  {
    folder: flowAgent,
    content: 'how an agent tests the flows to its peers: the list, the visits of the plan, and what is known of them',
    rooms: [requirements, foundation, parsers, host, flows, cluster, publish],
    packages: [],
    testRooms: test,
  },
  {
    folder: nodeAgent,
    content: 'when an agent observes, publishes, and does so at once',
    rooms: [requirements, foundation, host, observation, flowAgent, prediction, cluster, publish],
    packages: [],
    testRooms: test,
  },
  {
    folder: consolePlugin,
    content: "our plugin among those that OpenShift's console has enabled",
    rooms: [cluster],
    packages: ['node'],
    testRooms: test,
  },
  {
    folder: controller,
    content: "the cluster's profile, all reports summed up, who of several leads, metrics",
    rooms: [requirements, foundation, cluster, publish, nodeAgent],
    packages: ['node', 'prom-client'],
    testRooms: [...test, recorded],
  },
  {
    folder: manifests,
    content: 'MachineConfigs as files of an installation directory',
    rooms: [requirements, foundation],
    packages: ['node', 'yaml'],
    testRooms: test,
  },
  {
    folder: 'agent/src/commands',
    content: 'the command line',
    rooms: [
      ...[
        requirements,
        foundation,
        host,
        observation,
        flows,
        flowAgent,
        prediction,
        cluster,
        publish,
        print,
        nodeAgent,
      ],
      ...[consolePlugin, controller, manifests],
    ],
    packages: ['node', 'commander', 'pino', 'yaml'],
    testRooms: test,
  },
  {
    folder: 'agent/src',
    content: 'the program, and what other workspaces see of it',
    rooms: [foundation, host, observation, publish, flowAgent, nodeAgent, controller, 'agent/src/commands'],
    packages: [],
  },
  {
    folder: 'agent/test',
    content: 'fixture hosts with their golden files, and the rigs of the tests',
    rooms: [
      requirements,
      foundation,
      parsers,
      host,
      observation,
      flowAgent,
      prediction,
      cluster,
      publish,
      print,
      controller,
    ],
  },
  {
    folder: 'agent/reference-programs',
    content: 'the agent, and what the guides write, against reference programs',
    rooms: [requirements, foundation, parsers, host, ...everyProgram, probes, flows, flowAgent, 'agent/test'],
    testRooms: [
      ...['scripts/build', 'src/pages/guides'],
      // The standalone host makes peers of this machine.
      ...['backends', 'http', 'kubernetes'].map((room) => `standalone/server/src/${room}`),
    ],
  },
  {
    folder: 'agent/bench',
    content: 'what the agent costs on nodes that the bench makes',
    rooms: [host, probes, 'agent/test'],
  },
  {
    folder: 'agent/bench/flows',
    content: 'a simulated fleet whose nodes test the flows between them, with faults',
    rooms: [requirements],
  },
  {
    folder: 'agent/reference-programs/kubernetes-api',
    content: 'the agent and its custom resources against a Kubernetes API',
    rooms: [
      requirements,
      foundation,
      cluster,
      publish,
      nodeAgent,
      consolePlugin,
      controller,
      'agent/src/commands',
      'agent/src',
      'agent/test',
    ],
    // What it emulates is held against what it is an emulation of.
    testRooms: ['scripts/build', 'standalone/server/src/kubernetes', recorded],
  },
  {
    folder: 'agent/bench/fleet',
    content: 'what the agents of a whole cluster cost its API server',
    rooms: [
      requirements,
      observation,
      cluster,
      publish,
      nodeAgent,
      'agent/test',
      'agent/bench',
      'agent/reference-programs/kubernetes-api',
    ],
  },
];
