import type { AnsweredFlows } from './answered-flows';
import { printAnsweredFlows } from './answered-flows';

const answered = {
  peer: '10.0.0.1',
  to: '10.0.0.2',
  flow: 'vxlan',
  family: 4,
  challenges: 3,
  largestMessage: 60,
} as const;
const flows: AnsweredFlows = {
  kind: 'FlowAnswers',
  answered: [answered],
  received: { answered: 3, forged: 1, stale: 0 },
};

describe('the printer of answered challenges', () => {
  it('names who reached what, and what else came', async () => {
    expect(await printAnsweredFlows(flows, 'table')).toBe(
      [
        'Challenges that reached this host',
        '',
        '  10.0.0.1 to 10.0.0.2  vxlan  3',
        '',
        'Received  3 answered, 1 forged',
        '',
      ].join('\n'),
    );
    expect(await printAnsweredFlows({ ...flows, answered: [], received: {} }, 'table')).toContain('Received  nothing');
  });

  it('prints what JSON has as YAML too', async () => {
    expect(JSON.parse(await printAnsweredFlows(flows, 'json'))).toEqual(flows);
    expect(await printAnsweredFlows(flows, 'yaml')).toContain('challenges: 3');
  });
});
