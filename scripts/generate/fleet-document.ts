import type { FleetRecord } from '../../agent/bench/fleet/fleet-figures';
import { keptFleets } from '../../agent/bench/fleet/fleet-record';
import { fleetRows } from '../../agent/bench/fleet/fleet-rows';

const introduction = `# What a cluster of agents asks of its API server

Every agent watches two objects, and writes its report when the meaning changes, or every 15 minutes ± 10 %. This page says what that comes to for a whole cluster. \`npm run bench:fleet\` measures it, with agents that do everything a real one does, each with its own connections; only what they see of their hosts is canned. They run in one process on the same machine as kube-apiserver and etcd, which are real.

- **Beginning**: agents start over a minute, as the pods of a new DaemonSet do. A report that was created is followed by its status and its label.
- **Steady state**: nothing changes on any node, so all that is written are heartbeats.
- **An outage**: the API server is killed. Every watch ends in the same instant; agents come back at random within a minute.`;

const howToRepeat = `## How to repeat it

As root on Linux with what the tests against a Kubernetes API need. 5,000 agents take 15 GB of memory and half an hour. \`--record\` keeps the figures, and \`npm run generate-docs\` writes this page.

\`\`\`
npm run bench:fleet -- --nodes 5000 --minutes 10 --begin 60 --outages 5,60
\`\`\``;

/** docs/sizing.md, of the figures that `npm run bench:fleet -- --record` keeps. */
export const fleetDocument = (records: readonly FleetRecord[] = keptFleets()): string =>
  `${[introduction, ...records.map(section), howToRepeat].join('\n\n')}\n`;

function section(record: FleetRecord): string {
  const { nodes, day, machine } = record;
  const { processor, cores, memory, kernel, node } = machine;
  return [
    `## ${new Intl.NumberFormat('en').format(nodes)} nodes`,
    '',
    `Measured on ${day}, on ${processor} with ${String(cores)} cores and ${String(memory)} GB, Linux ${kernel}, Node.js ${node}.`,
    '',
    '| | |',
    '|---|---|',
    ...fleetRows(record).map(([title, figure]) => `| ${title} | ${figure} |`),
  ].join('\n');
}
