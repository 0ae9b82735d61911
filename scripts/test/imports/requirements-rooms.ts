import type { Room } from './room';

const test = ['requirements/test'];
const model = 'requirements/src/model';
const derived = 'requirements/src/derived';
const catalogue = 'requirements/src/catalogue';

/** Pure TypeScript: no Node.js, DOM, React or Kubernetes client, and no package at all. */
export const requirementsRooms: readonly Room[] = [
  {
    folder: model,
    content: 'facts, cluster profile, requirement, finding, report: the types and words of everything',
    rooms: [],
    packages: [],
    testRooms: test,
  },
  {
    folder: derived,
    content: 'what several requirements make of the facts, with three-valued answers',
    rooms: [model],
    packages: [],
    testRooms: test,
  },
  {
    folder: catalogue,
    content: 'every requirement, by the chapters of the document; `index.ts` is the ordered list',
    rooms: [model, derived],
    packages: [],
    testRooms: test,
  },
  {
    folder: 'requirements/src/evaluation',
    content: 'facts and profile in, findings out; the only caller of a requirement',
    rooms: [model, catalogue],
    packages: [],
    testRooms: test,
  },
  {
    folder: 'requirements/src/compact',
    content: 'the compact line of a report, written by agents and read by the plugin',
    rooms: [model, catalogue, 'requirements/src/evaluation'],
    packages: [],
    testRooms: test,
  },
  {
    folder: 'requirements/src/guides',
    content: 'how to fix each family of causes, as data and pure functions',
    rooms: [model, derived, catalogue],
    packages: [],
    testRooms: test,
  },
  {
    folder: 'requirements/src/day-zero',
    content: 'what a profile needs of Red Hat CoreOS as it is installed',
    rooms: [model, 'requirements/src/evaluation', 'requirements/src/guides'],
    packages: [],
    testRooms: test,
  },
  {
    folder: 'requirements/src/profile',
    content: "the cluster profile that the cluster's own objects show",
    rooms: [model],
    packages: [],
    testRooms: test,
  },
  {
    folder: 'requirements/src/flows',
    content: 'which nodes need which flows, who tests whom and when, and what failing flows have in common',
    rooms: [model, 'requirements/src/profile'],
    packages: [],
    testRooms: test,
  },
  {
    folder: 'requirements/src/policy',
    content: 'what a policy may say: bounds and rules for its definition, the agents and the form',
    rooms: [model, catalogue],
    packages: [],
    testRooms: test,
  },
  {
    folder: 'requirements/src/waivers',
    content: 'which findings the waivers of a policy cover, and what each waiver comes to',
    rooms: [model, 'requirements/src/evaluation'],
    packages: [],
    testRooms: test,
  },
  {
    folder: 'requirements/src',
    content: 'what other workspaces see of it',
    rooms: [
      model,
      derived,
      catalogue,
      'requirements/src/evaluation',
      'requirements/src/compact',
      'requirements/src/guides',
      'requirements/src/day-zero',
      'requirements/src/profile',
      'requirements/src/flows',
      'requirements/src/policy',
      'requirements/src/waivers',
    ],
    packages: [],
    testRooms: test,
  },
  {
    folder: 'requirements/test',
    content: 'a case for every verdict of every requirement, and arbitrary facts',
    rooms: [model, derived, catalogue, 'requirements/src/evaluation'],
  },
  {
    folder: 'requirements/bench',
    content: 'how long a fleet takes to be judged',
    rooms: [model, derived, catalogue, 'requirements/src/evaluation', 'requirements/test'],
  },
];
