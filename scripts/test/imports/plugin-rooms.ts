import type { Room } from './room';

const requirements = 'requirements/src';
const consoleRoom = 'src/console';
const k8s = 'src/k8s';
const fleet = 'src/fleet';
const lists = 'src/lists';
const apply = 'src/apply';
const hooks = 'src/hooks';
const components = 'src/components';
const test = ['src/testing'];
const interfacePackages = [
  '@patternfly/react-core',
  '@patternfly/react-icons',
  '@patternfly/react-table',
  'react',
  'react-i18next',
];
const shared = [requirements, consoleRoom, k8s, fleet, hooks, components];

const page = (
  name: string,
  content: string,
  packages: readonly string[] = interfacePackages,
  rooms: readonly string[] = [],
): Room => ({
  folder: `src/pages/${name}`,
  content,
  rooms: [...shared, ...rooms],
  packages,
  testRooms: test,
});

/** The console plugin. Pages know nothing of each other. */
export const pluginRooms: readonly Room[] = [
  {
    folder: consoleRoom,
    content: "the only place that depends on the console's version: SDK and router",
    rooms: [],
    packages: ['@openshift-console/dynamic-plugin-sdk', 'react', 'react-router-dom-v5-compat'],
    testRooms: test,
  },
  {
    folder: k8s,
    content: 'models of the API, and reports read as the untrusted text that they are',
    rooms: [requirements, consoleRoom],
    packages: [],
    testRooms: [...test, 'requirements/test'],
  },
  {
    folder: lists,
    content: 'Nodes and reports as compact lists of our own, read in pages and followed',
    rooms: [requirements, consoleRoom, k8s],
    packages: [],
    testRooms: test,
  },
  {
    folder: fleet,
    content: 'nodes and reports joined: rows, causes, pools, what-if',
    rooms: [requirements, k8s],
    packages: [],
    testRooms: [...test, 'requirements/test'],
  },
  {
    folder: apply,
    content: 'what applying a MachineConfig has come to, by the objects of the cluster',
    rooms: [requirements, consoleRoom, k8s, fleet],
    packages: [],
    testRooms: test,
  },
  {
    folder: hooks,
    content: 'the fleet and the texts, for React',
    rooms: [requirements, consoleRoom, k8s, lists, fleet],
    packages: ['i18next', 'react', 'react-i18next'],
    testRooms: test,
  },
  {
    folder: components,
    content: 'what several pages show',
    rooms: [requirements, consoleRoom, k8s, fleet, apply, hooks],
    packages: [...interfacePackages, 'yaml'],
    testRooms: test,
  },
  {
    folder: 'src/extensions',
    content: "what the console's own pages show of ours: node list, first page, alerts, editor",
    rooms: shared,
    packages: interfacePackages,
    testRooms: test,
  },
  page('overview', 'causes first'),
  page('nodes', 'the matrix of nodes and requirements, and the panel of a cell', [
    ...interfacePackages,
    '@tanstack/react-virtual',
  ]),
  page('node', 'the tab on the Node page'),
  page('profiles', 'the usual profiles of Calico, and how many nodes are ready for each'),
  page('requirements', 'every requirement with its sentence'),
  page('guides', 'the guides, and the MachineConfigs that they write', [...interfacePackages, 'diff', 'yaml'], [apply]),
  page('policy', 'the form of the ReadinessPolicy', [...interfacePackages, 'yaml'], [apply, 'src/extensions']),
  {
    folder: 'src/pages',
    content: 'tests across pages',
    rooms: [],
    packages: [],
    testRooms: [...test, ...shared, 'src/pages/overview', 'src/pages/nodes', 'src/pages/requirements'],
  },
  {
    folder: 'src/testing',
    content: 'the SDK, a cluster and a browser, for tests',
    rooms: [requirements, consoleRoom, k8s, fleet],
  },
  {
    folder: 'src/bench',
    content: 'how long a fleet takes to be joined, grouped and judged under a what-if',
    rooms: [requirements, 'requirements/bench', k8s, fleet],
  },
];
