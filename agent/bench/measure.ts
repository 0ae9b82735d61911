import { figureRows } from './figure-rows';
import type { Measured } from './figures';
import { whyNoWorld } from './host/needs';
import type { BenchOptions } from './options';
import { benchOptions } from './options';
import type { Part } from './parts';
import { parts, populations } from './parts';
import { callsTable, memoryTable, probesTable, table } from './print-tables';
import { writeRecord } from './record';
import { World } from './world/world';

const say = (...lines: readonly string[]): boolean => process.stdout.write(`${lines.join('\n')}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

/** What went wrong is told at the end, where nobody misses it. */
const notMeasured: string[] = [];

async function measured({ name, takes }: Part, work: () => Measured | Promise<Measured>): Promise<Measured> {
  say(`Measuring ${takes} ...`);
  try {
    const result = await work();
    notMeasured.push(...(result.notMeasured ?? []));
    return result;
  } catch (error) {
    notMeasured.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    return { figures: {} };
  }
}

/** Runs the parts that are asked for, each on the node that it wants; those on the busy node at the same time. */
async function measure({ parts: wanted, minutes }: BenchOptions): Promise<Measured> {
  const asked = parts.filter(({ name }) => wanted.includes(name));
  const results: Measured[] = [];
  for (const part of asked) if ('alone' in part) results.push(await measured(part, part.alone));
  const onNodes = asked.filter((part) => 'on' in part);
  const why = onNodes.length === 0 ? undefined : whyNoWorld();
  if (why !== undefined) notMeasured.push(`${onNodes.map(({ name }) => name).join(', ')}: ${why}`);
  for (const population of why === undefined ? populations : []) {
    const here = onNodes.filter(({ on }) => on === population);
    if (here.length === 0) continue;
    const world = await World.start(population);
    try {
      const run = (part: (typeof here)[number]) => measured(part, () => part.measure(world, minutes));
      for (const part of here.filter(({ lasts }) => !lasts)) results.push(await run(part));
      results.push(...(await Promise.all(here.filter(({ lasts }) => lasts).map(run))));
    } finally {
      await world.end();
    }
  }
  return together(results);
}

const together = (results: readonly Measured[]): Measured =>
  Object.assign({}, ...results, { figures: Object.assign({}, ...results.map(({ figures }) => figures)) as object });

const options = benchOptions(process.argv.slice(2));
const result = await measure(options);
const { figures, calls, probes, memory } = result;
const rows = figureRows(figures).map(({ title, value, ratio, target, met }) => [title, value, ratio, target, met]);
say('', ...table(['CPU time is user and system', '', 'of node -e 0', 'target', ''], rows));
if (calls !== undefined) say('', ...callsTable(calls, figures));
if (probes !== undefined) say('', ...probesTable(probes));
if (memory !== undefined) say('', ...memoryTable(memory));
if (options.record !== undefined) writeRecord(options.record, result);
for (const sentence of notMeasured) say('', `NOT MEASURED: ${sentence}`);
const isIll = (figures.missedObservations ?? 0) + (figures.unpublished ?? 0) > 0;
if (isIll) say('', 'FAILED: an observation was missed, or not everything was published.');
process.exitCode = isIll || notMeasured.length > 0 ? 1 : 0;
