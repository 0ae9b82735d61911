import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bundleAgent } from '../../../scripts/build/agent-bundle';
import { buildNative } from '../../../scripts/build/native-part';
import type { FlowOutcome } from '../../src/flows/outcome';
import type { Outcome } from '../ansible/changing-a-host';
import { allDone, leftBy, stepsScript } from '../ansible/changing-a-host';
import { pathOfProgram, pathOfSystemd, referenceProgramEnvironment } from '../reference-programs';
import { writeBootableTree } from '../systemd/bootable-tree';
import { BootedTree } from '../systemd/booted-tree';
import { exportedEnvironment, firewalldUnits, writeFirewalld } from './firewalld-host';
import { firewalldSteps, guideScript, keyFile, placeOfAgent, scriptFile, steps } from './firewalld-steps';
import { cableAddress, zoneFlows, zoneRows } from './zone-rows';

interface Flow {
  readonly peer: string;
  readonly flow: string;
  readonly outcome: FlowOutcome;
  readonly said: string;
}

// The path of a socket is short: so are the names here.
const directory = mkdtempSync(join(tmpdir(), 'zones-'));
const host = join(directory, 'host');
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const systemd = pathOfSystemd() ?? '';
const programs = {
  shippedUnits: join(dirname(systemd), 'system'),
  busDaemon: pathOfProgram('dbus-daemon') ?? '',
  libraries: referenceProgramEnvironment()['LD_LIBRARY_PATH'] ?? '',
};

async function writeHost(): Promise<void> {
  const script = stepsScript(pathOfProgram('systemctl') ?? '', ['firewalld.service'], steps);
  writeBootableTree(host, firewalldUnits(), script, programs);
  writeFirewalld(host);
  writeFileSync(join(host, keyFile), 'key'.repeat(32));
  writeFileSync(join(host, scriptFile), guideScript());
  mkdirSync(join(host, 'var/steps'));
  for (const [name, lines] of Object.entries(firewalldSteps)) {
    const all = ['PATH=$PATH:/var/commands', ...lines, ''];
    writeFileSync(join(host, 'var/steps', name), [...exportedEnvironment(), ...all].join('\n'));
  }
  await bundleAgent(join(host, placeOfAgent, 'dist'));
  // Wherever the machine has it, the host has another root directory.
  copyFileSync(process.execPath, join(host, placeOfAgent, 'node'));
  cpSync('agent/native/build', join(host, placeOfAgent, 'native/build'), { recursive: true });
}

beforeAll(async () => {
  expect(buildNative(), 'npm run build:native').toBeUndefined();
  await writeHost();
  const booted = await BootedTree.boot(host, systemd, [], 120_000);
  try {
    await vi.waitFor(
      () => expect(existsSync(join(host, allDone)), readFileSync(join(host, 'run/answer.log'), 'utf8')).toBe(true),
      { timeout: 240_000, interval: 100 },
    );
  } finally {
    await booted.stop();
  }
  // Without these, nothing that follows tells anything.
  for (const name of ['booted', 'network', 'answering', 'opened']) done(name);
}, 400_000);

/** What a step left, once it is seen that it ended well. */
function done(name: string): Outcome {
  const text = (part: string): string => readFileSync(join(host, leftBy(name), part), 'utf8');
  const outcome = { status: text('status').trim(), output: text('output'), units: text('units') };
  expect(outcome.status, outcome.output).toBe('0');
  return outcome;
}

const seenIn = (name: string): readonly Flow[] =>
  (JSON.parse(done(name).output) as { readonly flows: readonly Flow[] }).flows;

const cases = zoneRows.flatMap((row, number) =>
  zoneFlows.flatMap((flow) =>
    (flow === 'ipip' ? ([4] as const) : ([4, 6] as const)).map((family) => ({
      ...row,
      ...{ flow, family, peer: cableAddress(number, 'there', family) },
      outcome: flow === 'wireguard' && family === 6 ? (row.wireguardV6 ?? row.outcomes[flow]) : row.outcomes[flow],
    })),
  ),
);

describe('a flow to a host with firewalld', () => {
  it.each(cases)('is $outcome: $flow, IPv$family, $situation', ({ peer, flow, outcome, said = '' }) => {
    const found = seenIn('zones').find((each) => each.peer === peer && each.flow === flow);
    expect(found).toMatchObject({ peer, flow, outcome });
    if (outcome === 'prohibited') expect(found?.said).toContain(said);
  });
});

describe('the guide for firewalld', () => {
  it('opens every flow, and leaves no rule behind', () => {
    expect(done('network').units).toContain('ActiveState=active');
    expect(done('rules').output).toContain('firewalld');
    expect(done('guide').units).toMatch(/LoadState=masked\nActiveState=inactive/);
    expect(done('rules-without').output).toBe('');
    expect(seenIn('without-firewalld').map(({ outcome }) => outcome)).toEqual(cases.map(() => 'open'));
  });

  it('keeps it from being started', () => {
    const text = (part: string): string => readFileSync(join(host, leftBy('started'), part), 'utf8');
    expect(text('status').trim()).not.toBe('0');
    expect(text('output')).toContain('masked');
    expect(text('units')).toContain('ActiveState=inactive');
  });

  it('brings the firewall back when it is taken back, as it was', () => {
    expect(done('undo').units).toContain('ActiveState=active\nUnitFileState=enabled');
    const outcomes = (name: string) => seenIn(name).map(({ peer, flow, outcome }) => ({ peer, flow, outcome }));
    expect(outcomes('with-firewalld')).toEqual(outcomes('zones'));
  });

  it('does the same by its script for many hosts', () => {
    expect(done('script').units).toMatch(/LoadState=masked\nActiveState=inactive/);
    expect(done('rules-after-script').output).toBe('');
    expect(done('script-undone').units).toContain('ActiveState=active\nUnitFileState=enabled');
  });
});
