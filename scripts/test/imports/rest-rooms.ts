import type { Room } from './room';

const requirements = 'requirements/src';
const agent = 'agent/src';
const server = 'standalone/server/src';
const shell = 'standalone/shell';

/** The standalone host, and what builds and tests everything. */
export const restRooms: readonly Room[] = [
  { folder: `${server}/kubernetes`, content: 'an API in memory, as an API server would answer', rooms: [] },
  {
    folder: `${server}/settings`,
    content: 'options of the command line, and which consoles there are',
    rooms: [`${server}/kubernetes`],
  },
  {
    folder: `${server}/sample`,
    content: 'a sample fleet of any size',
    rooms: [requirements, agent, `${server}/kubernetes`],
  },
  {
    folder: `${server}/flow-peers`,
    content: 'peers of this machine in network namespaces, where somebody asks for them',
    rooms: [requirements, agent, `${server}/kubernetes`],
  },
  {
    folder: `${server}/backends`,
    content: 'where the objects come from: this machine, a sample',
    rooms: [
      ...[requirements, agent, `${server}/settings`, `${server}/kubernetes`],
      ...[`${server}/sample`, `${server}/flow-peers`],
    ],
  },
  {
    folder: `${server}/http`,
    content: 'what the browser asks, answered as a console does',
    rooms: [`${server}/settings`, `${server}/kubernetes`, `${server}/backends`],
  },
  {
    folder: server,
    content: '`npm start`',
    rooms: [agent, `${server}/settings`, `${server}/kubernetes`, `${server}/backends`, `${server}/http`],
  },
  { folder: shell, content: 'the console around the pages; knows the plugin by its built bundle only', rooms: [] },
  { folder: 'standalone/console-4.19/src', content: 'what is different in console 4.19', rooms: [shell] },
  { folder: 'standalone/console-4.22/src', content: 'what is different in console 4.22', rooms: [shell] },
  {
    folder: 'scripts/test',
    content: '`npm test` and its steps, these rules among them',
    rooms: ['agent/test', 'agent/reference-programs', 'agent/reference-programs/kubernetes-api', `${server}/settings`],
  },
  {
    folder: 'integration-tests',
    content: 'browser tests, black-box: nothing of the product',
    rooms: ['scripts/test'],
    packages: ['node', '@playwright/test', '@axe-core/playwright'],
  },
  {
    folder: 'integration-tests/bench/yardstick',
    content: 'the plain table page that our pages are measured against: a plugin of its own, which ships nowhere',
    rooms: [],
    packages: [
      'node',
      'webpack',
      'react',
      '@patternfly/react-core',
      '@patternfly/react-icons',
      '@patternfly/react-table',
      '@openshift-console/dynamic-plugin-sdk',
      '@openshift-console/dynamic-plugin-sdk-webpack',
    ],
  },
  {
    folder: 'integration-tests/bench',
    content: 'what our pages of a large fleet cost a browser',
    rooms: ['agent/bench', 'integration-tests', 'integration-tests/bench/yardstick', 'scripts/test'],
    packages: ['node', '@playwright/test'],
  },
  {
    folder: 'scripts/build',
    content:
      'bundles of the agent and the standalone host; `third-party` gives the licence texts of what a bundle contains',
    rooms: [requirements, `${server}/settings`],
    testRooms: ['agent/test'],
  },
  {
    folder: 'scripts/generate',
    content: "custom resource definitions, the console's samples and quick starts, documents, translations",
    rooms: [
      requirements,
      'requirements/test',
      agent,
      'agent/src/host',
      'agent/src/observation',
      'agent/test',
      'agent/bench',
      'agent/bench/fleet',
      'agent/bench/flows',
      'agent/reference-programs',
      'integration-tests/bench',
      'scripts/test',
    ],
  },
  {
    folder: 'scripts/fixtures',
    content: 'host trees, and golden files',
    rooms: [requirements, 'requirements/test', 'agent/test', 'agent/reference-programs/kubernetes-api'],
  },
];
