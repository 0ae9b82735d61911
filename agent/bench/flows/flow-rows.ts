import type { FlowFigures } from './flow-figures';

const whole = (value: number): string => new Intl.NumberFormat('en', { maximumFractionDigits: 0 }).format(value);
const tenth = (value: number): string => new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(value);

const hoursAndMinutes = (hours: number): string =>
  `${whole(Math.floor(hours))} hours and ${whole(Math.ceil((hours % 1) * 60))} minutes`;

/** What the plan comes to: a title, and a figure. */
export function flowRows({ plans, reportBytes, quiet }: FlowFigures): readonly (readonly [string, string])[] {
  return [
    ...plans.flatMap(({ nodes, inDegree, hoursOfAllPairs, ...plan }): (readonly [string, string])[] => [
      ['Nodes', whole(nodes)],
      [
        'Peers that a node tests, and nodes that test it',
        inDegree.least === inDegree.most
          ? `exactly ${whole(inDegree.most)}`
          : `${whole(inDegree.least)} to ${whole(inDegree.most)}`,
      ],
      [
        'All ordered pairs were tested after',
        hoursOfAllPairs === undefined ? 'more than 24 hours' : hoursAndMinutes(hoursOfAllPairs),
      ],
      ['Visits a second, in the whole cluster', whole(plan.visitsPerSecond)],
      [
        'List of peers',
        `${whole(plan.listBytes)} bytes in ${whole(plan.shards)} ConfigMap, ${whole(plan.listBytes / nodes)} a node`,
      ],
      ['Requests a second for the list, read once an hour', tenth(plan.listReadsPerSecond)],
    ]),
    ['Flows in a report, all open', `${whole(reportBytes.usual)} bytes`],
    ['Flows in a report, ten failing peers of each of 14 flows', `${whole(reportBytes.most)} bytes`],
    [
      `Failing pairs in ${whole(quiet.days)} days of ${whole(quiet.nodes)} nodes without a fault`,
      `${whole(quiet.failingPairs)} of ${whole(quiet.visits)} visits`,
    ],
    ['Visits refused there, because lists differ', `${tenth((100 * quiet.refused) / quiet.visits)} %`],
  ];
}

/** What was said of each scenario: its name, the sentences, and the processor time of finding them. */
export const scenarioRows = ({ scenarios }: FlowFigures): readonly (readonly [string, string, string])[] =>
  scenarios.map(({ name, said, right, milliseconds }) => [
    name,
    `${right ? '' : 'wrong: '}${said.length === 0 ? 'nothing' : said.join('; ')}`,
    `${whole(Math.max(1, milliseconds))} ms`,
  ]);

/** What summing up all tests once takes the controller: the fault, what reports name, and the processor time. */
export const controllerRows = ({ controller }: FlowFigures): readonly (readonly [string, string, string])[] =>
  controller.map(({ fault, flows, namedPairs, milliseconds }) => [
    `${fault} (${whole(flows)} flows)`,
    `${whole(namedPairs)}`,
    `${whole(Math.max(1, milliseconds))} ms`,
  ]);
