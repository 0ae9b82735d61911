import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Change } from '../../test/evidence/weakened-evidence';
import { changesByDamage } from '../../test/evidence/weakened-evidence';
import { damages, denials } from '../../test/evidence/damaged-files';
import { fixtureHosts } from '../../test/fixture-hosts';
import { modprobeKit } from '../kmod/modprobe-in-tree';
import { agreesWithModprobe } from './modprobe-as-judge';

const directory = mkdtempSync(join(tmpdir(), 'calico-readiness-evidence-'));
const kit = modprobeKit(directory);

afterAll(() => rmSync(directory, { recursive: true, force: true }));

const verdicts = ['Fail', 'NotReady', 'Unknown', 'Warn', 'NotApplicable', 'Pass', 'Ready'];

/** A failure or a doubt that is gone with what was damaged. */
const isBetter = ({ before, after }: Change): boolean =>
  after !== 'Unknown' && verdicts.indexOf(after) > verdicts.indexOf(before);
const isDoubt = ({ before }: Change): boolean => ['Fail', 'NotReady', 'Unknown', 'Warn'].includes(before);

/** One damage of one path; what it changes under either profile is judged together. */
const damageOf = ({ path, damage }: Change): string => `${damage}: ${path}`;

describe('evidence that is gone', () => {
  it.each(fixtureHosts)(
    'makes no finding about $name better, unless modprobe agrees that it is',
    async ({ name, root }) => {
      const { changes } = await changesByDamage(root, damages);
      expect(changes.filter(({ damage, after }) => denials.includes(damage) && after !== 'Unknown')).toEqual([]);
      const better = changes.filter((change) => isDoubt(change) && isBetter(change));
      const unexplained: Change[] = [];
      for (const damage of new Set(better.map(damageOf))) {
        const together = better.filter((change) => damageOf(change) === damage);
        if (!together.every((change) => change.requirement === 'node' || change.reasons.endsWith('> ModuleAvailable')))
          unexplained.push(...together);
        else if (!(await agreesWithModprobe(name, together[0]!, { directory, kit }))) unexplained.push(...together);
      }
      expect(unexplained).toEqual([]);
    },
    600_000,
  );
});
