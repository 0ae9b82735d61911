import { parseArgs } from 'node:util';
import { controllerFigures } from './controller-figures';
import { keepFigures } from './flow-record';
import { controllerRows, flowRows, scenarioRows } from './flow-rows';
import type { QuietDays } from './flow-figures';
import { judgeScenario } from './judge-scenario';
import { planFigures } from './plan-figures';
import { reportBytes } from './report-bytes';
import { scenarios } from './scenarios';
import { SimulatedFleet } from './simulated-fleet';

/*
 * npm run simulate:flows: what the plan of the flow tests comes to, and what is said of faults. Prints tables. With
 * --record the figures are kept, of which npm run generate-docs makes docs/flows.md.
 * Exits with 1 where a scenario is told wrong, or a pair fails on a quiet day.
 */
const { values } = parseArgs({
  options: {
    nodes: { type: 'string', default: '5000' },
    'scenario-nodes': { type: 'string', default: '330' },
    'quiet-nodes': { type: 'string', default: '100' },
    seed: { type: 'string', default: '7' },
    record: { type: 'boolean', default: false },
  },
});
const [nodes, scenarioNodes, quietNodes, seed] = [
  values.nodes,
  values['scenario-nodes'],
  values['quiet-nodes'],
  values.seed,
].map(Number) as [number, number, number, number];

function quietDays(days: number): QuietDays {
  const fleet = new SimulatedFleet(quietNodes, { churn: 0.1, restarts: 0.2, loss: 0.001 }, seed);
  let failingPairs = 0;
  fleet.run(days * 86_400_000, () => {
    failingPairs += fleet.failingPairs();
  });
  const { visits, refused } = fleet.counts;
  return { nodes: quietNodes, days, visits, refused, failingPairs };
}

const print = (rows: readonly (readonly string[])[]): void => {
  process.stdout.write(`${rows.map((row) => row.join('  |  ')).join('\n')}\n\n`);
};

const plans = [planFigures(nodes)];
const judged = scenarios.map((scenario) => {
  const one = judgeScenario(scenario, scenarioNodes, seed);
  print([[one.right ? 'right' : 'WRONG', one.name, one.said.join('; ')]]);
  return one;
});
const figures = {
  day: new Date().toISOString().slice(0, 10),
  seed,
  plans,
  scenarioNodes,
  scenarios: judged,
  reportBytes: reportBytes(),
  quiet: quietDays(10),
  controller: controllerFigures(nodes),
};
print(flowRows(figures));
print(scenarioRows(figures));
print(controllerRows(figures));
if (values.record) keepFigures(figures);
process.exitCode = judged.every(({ right }) => right) && figures.quiet.failingPairs === 0 ? 0 : 1;
