import type { FlowFigures } from '../../agent/bench/flows/flow-figures';
import { keptFigures } from '../../agent/bench/flows/flow-record';
import { controllerRows, flowRows, scenarioRows } from '../../agent/bench/flows/flow-rows';
import { firewalldRows, firewalldWords, held } from './flows-held-against';
import { afterRepair, how, introduction, off, repeat, rights, unknown } from './flows-texts';

const whole = (value: number): string => new Intl.NumberFormat('en', { maximumFractionDigits: 0 }).format(value);

/** Bytes of a visit that tests BGP without a session, Typha and VXLAN where all is open: three and five segments of TCP, and a challenge of each size with its answer. */
const visitBytes = 8 * 60 + 2 * (150 + 1500);
/** Where nobody answers: four challenges of each size. */
const silentBytes = 8 * 60 + 4 * (150 + 1500);

/** docs/flows.md, of the figures that `npm run simulate:flows -- --record` keeps. */
export function flowsDocument(figures: FlowFigures = keptFigures()): string {
  return `${[
    introduction,
    how,
    unknown,
    held,
    '## What firewalld makes of flows',
    "Debian's firewalld with its nftables backend, and what the other host sees. Where IPv6 has another outcome, it stands behind the first.",
    table(['zone', 'BGP', 'Typha', 'VXLAN', 'IP-in-IP', 'WireGuard'], firewalldRows()),
    firewalldWords,
    '## What the plan comes to',
    `Simulated on ${figures.day} with the agents' and the controller's own code, with seed ${String(figures.seed)}.`,
    table(['', ''], flowRows(figures)),
    traffic(figures),
    '## What is said of faults',
    `Each fault among ${whole(figures.scenarioNodes)} nodes in three zones, with a rack and subnet for each 40 and three masters, after 100 minutes. The last column is the processor time of the controller. Sentences with "(large)" come with a remark that only large packets are lost. A fault of which nothing is said comes and goes, or explains itself.`,
    table(['fault', 'what is said', ''], scenarioRows(figures)),
    '## What it takes the controller',
    'To sum up the tests of 5,000 nodes once; it does so once a minute at most, and not more than a fiftieth of the time.',
    table(['what fails', 'pairs that reports name', 'processor time'], controllerRows(figures)),
    rights,
    afterRepair,
    off,
    repeat,
  ].join('\n\n')}\n`;
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** What one node sends, by calculation. */
function traffic({ plans: [plan] }: FlowFigures): string {
  const visits = plan === undefined ? 0 : (plan.visitsPerSecond * 86_400) / plan.nodes;
  const megabytes = (visits * visitBytes) / 1e6;
  return `A node makes ${whole(visits)} visits a day and gets as many. With BGP, Typha and VXLAN and an MTU of 1,500 a visit comes to ${whole(visitBytes)} bytes where all is open, both ways together: ${whole(megabytes)} MB a day for its own visits, and the same for those of others. A visit without an answer comes to ${whole(silentBytes)} bytes. This is calculated.`;
}
