import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Services } from '@calico-readiness/requirements';
import { watchedUnits } from '@calico-readiness/requirements';
import fc from 'fast-check';
import { createHostFiles } from '../../src/host/create-host-files';
import { createSystemBus } from '../../src/host/bus/system-bus';
import { servicesProbe } from '../../src/probes/services/services';
import type { BootDifference, BootObservation } from './boot-differences';
import { bootDifferences } from './boot-differences';
import type { BootScenario } from './boot-scenario';
import { bootScenarios, startableTree } from './boot-scenarios';
import { isInRun, writeBootableTree } from './bootable-tree';
import type { BootAnswers } from './booted-answers';
import { answerScript, readAnswers, readReloaded } from './booted-answers';
import { BootedTree } from './booted-tree';
import { referenceProgramEnvironment, pathOfProgram, pathOfSystemd, runReferenceProgram } from '../reference-programs';
import { generatedUnitTreeArbitrary } from './generated-unit-trees';

// The path of a socket is short: so are the names here.
const directory = mkdtempSync(join(tmpdir(), 'boots-'));
const systemd = pathOfSystemd() ?? '';
const asking = { systemctl: pathOfProgram('systemctl') ?? '', busctl: pathOfProgram('busctl') ?? '' };
const programs = {
  shippedUnits: join(dirname(systemd), 'system'),
  busDaemon: pathOfProgram('dbus-daemon') ?? '',
  libraries: referenceProgramEnvironment()['LD_LIBRARY_PATH'] ?? '',
};

afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Boots a tree, looks at it, and boots it again with an empty /run where that boot may start something else. */
async function observe({ tree, steps }: BootScenario): Promise<BootObservation> {
  const root = mkdtempSync(join(directory, 'tree-'));
  writeBootableTree(root, tree, answerScript(asking, steps), programs);
  const booted = await BootedTree.boot(root, systemd, tree);
  try {
    const answers = readAnswers(await booted.answers());
    const ours = { files: await services(root, false), bus: await services(root, true) };
    const afterReload = readReloaded(await booted.reload());
    await booted.stop();
    const { afterBoot } =
      steps === undefined && !tree.some(({ path }) => isInRun(path)) ? answers : await bootAgain(root);
    const startedNext = new Set(
      watchedUnits.filter((unit) => afterBoot.get(unit)?.InactiveExitTimestampMonotonic !== '0'),
    );
    return { answers, afterReload, startedNext, ours };
  } finally {
    await booted.stop();
  }
}

async function bootAgain(root: string): Promise<BootAnswers> {
  writeFileSync(join(root, 'etc/answer.sh'), answerScript(asking));
  const next = await BootedTree.boot(root, systemd, []);
  try {
    return readAnswers(await next.answers());
  } finally {
    await next.stop();
  }
}

async function services(root: string, withBus: boolean): Promise<Services> {
  const files = createHostFiles(root);
  const fact = (
    await servicesProbe.gather({ files, live: false, ...(withBus && { systemBus: createSystemBus(files) }) })
  ).services;
  if (fact.status === 'unavailable') throw new Error(`unavailable: ${fact.reason}`);
  return fact.value;
}

/** A difference that stays, and why. */
interface KnownDifference {
  readonly why: string;
  readonly fits: (difference: BootDifference, scenario: BootScenario) => boolean;
}

const version = Number(/^systemd (\d+)/.exec(runReferenceProgram('systemctl', ['--version']).output)?.[1]);
const textOf = ({ tree }: BootScenario, unit: string): string =>
  tree
    .flatMap(({ path, content }) => (path.endsWith(`/${unit}`) && typeof content === 'string' ? [content] : []))
    .join('\n');

const knownDifferences: readonly KnownDifference[] = [
  {
    why: 'systemctl show tells of the unit that an alias names',
    fits: ({ of, ours }) => of === 'enablement' && ours === 'alias',
  },
  {
    why: 'an alias of a unit whose file is empty starts as little as a masked unit',
    fits: ({ of, systemd: word, ours }) => of === 'load' && word === 'error' && ours === 'masked',
  },
  {
    why: 'a report has no word for these',
    fits: ({ of, systemd: word }) => of === 'enablement' && ['linked', 'transient', 'bad'].includes(word),
  },
  {
    why: 'systemd follows every link of every name to the unit, we those that we know',
    fits: ({ of, by, systemd: word, ours }) =>
      by === 'files' && of === 'enablement' && word === 'indirect' && ['disabled', 'static'].includes(ours),
  },
  {
    why: 'only systemd knows whether a unit file can be started',
    fits: ({ of, by, unit }, scenario) =>
      by === 'files' && of === 'startsAtBoot' && /^(?!.*ExecStart=).+/s.test(textOf(scenario, unit)),
  },
  {
    why: 'conditions are not judged: the next boot may find them met',
    fits: ({ of, unit, ours }, scenario) =>
      of === 'startsAtBoot' && ours === 'true' && textOf(scenario, unit).includes('Condition'),
  },
  {
    why: 'systemd reads .upholds directories since version 254',
    fits: ({ unit }, { tree }) => version < 254 && tree.some(({ path }) => path.endsWith(`.upholds/${unit}`)),
  },
];

const generated = fc
  .sample(generatedUnitTreeArbitrary, { seed: 20261125, numRuns: 16 })
  .map((tree, index): BootScenario => ({ name: `generated tree ${String(index)}`, tree: startableTree(tree) }));

describe('a booted systemd says the same as we do, of now and of the next boot:', () => {
  it.each([...bootScenarios, ...generated])('$name', async (scenario) => {
    const differences = bootDifferences(await observe(scenario));
    expect(
      differences.filter((difference) => !knownDifferences.some(({ fits }) => fits(difference, scenario))),
      JSON.stringify(scenario),
    ).toEqual([]);
  });
});
