import type { FleetFigures, Spread, Usage } from './fleet-figures';

/** One line of what was measured: what, and how much. */
export type FleetRow = readonly [title: string, figure: string];

const number = (value: number): string => new Intl.NumberFormat('en').format(value);
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** What a fleet does to its API server, for people. */
export function fleetRows({ nodes, begin, steady, lists, outages }: FleetFigures): readonly FleetRow[] {
  return [
    [`${number(nodes)} agents begin within ${number(begin.over)} s`, spreadText(begin)],
    [
      `${number(steady.minutes)} minutes of steady state`,
      `${perSecond(steady.writes, steady)} writes and ${perSecond(steady.requests, steady)} requests a second`,
    ],
    ['What etcd grows by for each write, until it is compacted', `${number(steady.bytesPerWrite)} bytes`],
    ['The API server meanwhile', usageText(steady.apiServer)],
    ...lists.map(({ form, bytes, items, milliseconds }): FleetRow => [
      `A list of all reports, ${form}`,
      `${megabytes(bytes)}, ${number(items === 0 ? 0 : Math.round(bytes / items))} bytes each, ${number(milliseconds)} ms`,
    ]),
    ...outages.map((outage): FleetRow => [
      `The API server is back after ${number(outage.away)} s without it`,
      spreadText(outage),
    ]),
  ];
}

const perSecond = (count: number, { minutes }: FleetFigures['steady']): string => (count / (minutes * 60)).toFixed(1);

const usageText = ({ percent, resident }: Usage): string =>
  `${percent.toFixed(1)} % of a core, ${number(Math.round(resident))} MB`;

function spreadText({ requests, writes, seconds, busiest, busiestWrites, half, refused }: Spread): string {
  const errors = Object.entries(refused).map(([status, count]) => `; ${number(count)} answered with ${status}`);
  const total = `${number(requests)} requests, ${number(writes)} of them writes, in ${number(seconds)} s`;
  const most = `at most ${number(busiest)} and ${number(busiestWrites)} in a second`;
  return `${total}; ${most}; half of them within ${number(half)} s${errors.join('')}`;
}
