import { translatedDeeds } from '../kernel/calico-deeds';
import { generatedModuleCases } from './guest-generated-rules';
import { longestRun, runGuest } from './guest-machine';
import { deniedCases, denyingCommandLine, moduleCases, programCases } from './guest-module-cases';
import type { ModuleCase } from './guest-module-script';
import { commandLineAnswer, deedAnswer, loadedAnswer, moduleScript } from './guest-module-script';
import { availabilityFor, guestTree } from './guest-module-verdicts';
import type { GuestAnswers } from './guest-script';
import { answerOf, filesOfCases } from './guest-script';

const boot = (cases: readonly ModuleCase[], commandLine?: string): Promise<GuestAnswers> =>
  runGuest({
    files: filesOfCases(cases),
    script: moduleScript(cases),
    ...(commandLine !== undefined && { commandLine }),
  });

const tree = guestTree();
afterAll(() => tree.remove());

const translated = new Set(translatedDeeds);
const counts = { works: 0, fails: 0, undecided: 0 };

/** Compares every deed of a boot with the agent's word; returns what differs. */
async function differences(cases: readonly ModuleCase[], answers: GuestAnswers): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [index, { files, deeds }] of cases.entries()) {
    for (const [number, deed] of deeds.entries()) {
      const { status, output } = answerOf(answers, deedAnswer(index, number));
      const loaded = answerOf(answers, loadedAnswer(index, number)).output;
      tree.write({ 'proc/cmdline': answerOf(answers, commandLineAnswer).output, 'proc/modules': loaded, ...files });
      const { presence, evidence } = await availabilityFor(deed, tree);
      counts[presence === 'undetermined' ? 'undecided' : status === 0 ? 'works' : 'fails'] += 1;
      // iptables-nft may do without the modules of a match.
      const agrees =
        presence === 'present' ? status === 0 : presence === 'absent' ? status !== 0 || translated.has(deed) : true;
      if (!agrees)
        found.push(
          `${JSON.stringify(files)}: ${deed[0]} ended with ${status} (${output.trim()}); ours: ${presence}, ${JSON.stringify(evidence)}`,
        );
    }
  }
  return found;
}

describe('Debian’s kernel', () => {
  it(
    'does what we say it can under these rules for modprobe, and nothing else',
    async () => {
      const cases = [...moduleCases, ...generatedModuleCases(5)];
      expect(await differences(cases, await boot(cases))).toEqual([]);
    },
    longestRun,
  );

  it(
    'does what we say it can when its command line denies modules, and nothing else',
    async () => {
      expect(await differences(deniedCases, await boot(deniedCases, denyingCommandLine))).toEqual([]);
    },
    longestRun,
  );

  it(
    'loads what we say it does with another program in the place of modprobe, and nothing else',
    async () => {
      expect(await differences(programCases, await boot(programCases))).toEqual([]);
    },
    longestRun,
  );

  it('was asked about enough of both kinds', () => {
    expect(counts.works).toBeGreaterThan(100);
    expect(counts.fails).toBeGreaterThan(40);
    expect(counts.undecided).toBeLessThan(10);
  });
});
