import { cpuOf, describeCpu } from '../../requirements/bench/measure-cpu';
import { buildFleet } from '../fleet/build-fleet';
import type { Fleet } from '../fleet/build-fleet';
import { causesOf } from '../fleet/causes';
import { chapterCell } from '../fleet/cells';
import { columnsOf } from '../fleet/columns';
import { fleetProfile } from '../fleet/fleet-profile';
import { isCurrent } from '../fleet/node-row';
import { groupRows } from '../fleet/groups/group-rows';
import { notApplicableColumns } from '../fleet/not-applicable';
import { poolTable } from '../fleet/pool-table';
import { sortRows } from '../fleet/sort-rows';
import { compareCauses, isChanged, summarizeWhatIf } from '../fleet/what-if/what-if-changes';
import { WhatIfJudge } from '../fleet/what-if/what-if-fleet';
import type { MachineConfigPoolObject, NodeObject } from '../k8s/models';
import { asked, fleetTexts, readAt } from './fleet-texts';
import { unlike, usualProfiles } from './usual-profiles';

const nodes = 5_000;
const rounds = 5;
const texts = fleetTexts(nodes);

interface Objects {
  readonly nodes: readonly NodeObject[];
  readonly reports: readonly unknown[];
  readonly pools: readonly MachineConfigPoolObject[];
}

const parse = (): Objects => ({
  nodes: texts.nodes.map((text) => JSON.parse(text) as NodeObject),
  reports: texts.reports.map((text) => JSON.parse(text) as unknown),
  pools: texts.pools.map((text) => JSON.parse(text) as MachineConfigPoolObject),
});

const join = (objects: Objects, previous?: Fleet): Fleet =>
  buildFleet(objects.nodes, objects.reports, objects.pools, readAt, previous);

/** What the overview computes of a fleet. */
function overview(fleet: Fleet): void {
  const columns = columnsOf(fleet);
  const causes = causesOf(fleet);
  fleetProfile(fleet);
  poolTable(fleet, columns);
  notApplicableColumns(fleet, columns);
  if (fleet.present === undefined) return;
  compareCauses(causes, fleet.present);
  poolTable(fleet.present, columns);
}

/** What the matrix computes of a fleet, with a cell for each chapter of each row: more than a page shows. */
function matrix(fleet: Fleet): void {
  const columns = columnsOf(fleet);
  const rows = sortRows(fleet.present === undefined ? fleet.rows : fleet.rows.filter(isChanged), 'verdict', 'asc');
  for (const row of rows) if (isCurrent(row)) for (const chapter of columns) chapterCell(row.report, chapter);
}

const grouped = (fleet: Fleet, grouping: 'findings' | 'pool') =>
  groupRows(fleet.rows, grouping, { by: 'verdict', order: 'asc' });
/** How many there were in the last round. */
let groups = 0;

/** What each step took, in each round. */
const taken = new Map<string, number[]>();

function measured<Result>(step: string, work: () => Result): Result {
  const [milliseconds, result] = cpuOf(work);
  taken.set(step, [...(taken.get(step) ?? []), milliseconds]);
  return result;
}

function round(): void {
  const objects = parse();
  const fleet = measured('reports read and joined with nodes', () => join(objects));
  measured('overview: columns, causes, pools', () => overview(fleet));
  measured('matrix: columns, rows sorted, a cell for each chapter', () => matrix(fleet));
  const rows = measured('matrix: rows with the same findings folded', () => grouped(fleet, 'findings')).length;
  measured('matrix: the same again, which is remembered', () => grouped(fleet, 'findings'));
  measured('matrix: rows folded by pool', () => grouped(fleet, 'pool'));
  groups = rows;
  const [first = ''] = texts.reports;
  const reports = [JSON.parse(first) as unknown, ...objects.reports.slice(1)];
  measured('all of it again after one new report', () => {
    const next = join({ ...objects, reports }, fleet);
    overview(next);
    matrix(next);
  });
  const other = measured('what-if judged', () => new WhatIfJudge(asked).fleet(fleet));
  measured('what-if: summary and overview', () => {
    summarizeWhatIf(other);
    overview(other);
  });
  measured('what-if: matrix of what changes', () => matrix(other));
  const evaluate = usualProfiles(fleet);
  measured('usual profiles in two releases evaluated', evaluate);
  measured('usual profiles after heartbeats alone', evaluate);
  measured('another what-if judged', () => new WhatIfJudge({ ...asked, wireguard: false }).fleet(fleet));
}

for (let index = 0; index < rounds; index += 1) round();
// Once: it takes as long as everything else.
measured('usual profiles where no two nodes are alike', usualProfiles(unlike(join(parse()))));
process.stdout.write(`${String(nodes)} nodes with ${String(groups)} different sets of findings, one thread, bundled\n`);
for (const [step, milliseconds] of taken) process.stdout.write(describeCpu(step, milliseconds, nodes, 'a node'));
