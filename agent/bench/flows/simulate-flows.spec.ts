import { judgeScenario } from './judge-scenario';
import { scenarios } from './scenarios';
import { SimulatedFleet } from './simulated-fleet';

/** All of them take minutes, and are for npm run simulate:flows. */
const some = scenarios.filter(({ name }) =>
  [
    'Firewall of a node drops UDP 4789 that comes in',
    'Firewall of a route reflector drops TCP 179',
    'From workers to route reflectors',
    'TCP 179 between nodes that do not speak BGP',
    'All agents of a zone restart at once',
  ].includes(name),
);

describe('a simulated fleet', () => {
  it.each(some.map((scenario) => [scenario.name, scenario] as const))('is told what is wrong: %s', (_, scenario) => {
    const { said, right } = judgeScenario(scenario, 60, 7);
    expect(right, `said ${said.join('; ') || 'nothing'}; expected ${scenario.causes.join('; ')}`).toBe(true);
  });

  it('fails nobody in three hours without a fault', () => {
    const fleet = new SimulatedFleet(24, { churn: 0.1, restarts: 0.2, loss: 0.001 }, 7);
    let failing = 0;
    fleet.run(3 * 3_600_000, () => {
      failing += fleet.failingPairs();
    });
    expect(failing).toBe(0);
    expect(fleet.counts.visits).toBeGreaterThan(5_000);
  });
});
