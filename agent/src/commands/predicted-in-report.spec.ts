import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClusterProfile } from '@calico-readiness/requirements';
import { machineConfig } from '@calico-readiness/requirements';
import { fixtureHosts } from '../../test/fixture-hosts';
import { fixtureProfiles } from '../../test/fixture-profiles';
import { fixtureVariants, withVariant } from '../../test/fixture-variants';
import { changesFor } from '../prediction/guide-predictions';
import { predictingObserver } from '../prediction/predicting-observer';
import { check } from './check';
import { checkWith } from './check-with';

let directory: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'predicted-in-report-'));
});
afterAll(() => {
  rmSync(directory, { recursive: true, force: true });
});

interface Checked {
  readonly status: {
    readonly findings: readonly { readonly requirement: string; readonly verdict: string; readonly reason: string }[];
  };
}

/** What the report predicts, and what `check --with` the MachineConfig of the same guide says; in the order of the report. */
async function bothSay(hostRoot: string, profile: ClusterProfile): Promise<{ report: string[]; check: string[] }> {
  const observation = await predictingObserver({ hostRoot })(profile);
  const checked = new Map<string, Checked>();
  for (const { guide, change } of changesFor(observation)) {
    const file = join(directory, `${guide}.json`);
    writeFileSync(file, JSON.stringify(machineConfig({ role: 'worker', guide, change })));
    const { text } = await checkWith({ hostRoot, profile, output: 'json' }, [file], {
      colour: false,
      unicode: false,
      width: 80,
    });
    checked.set(guide, JSON.parse(text) as Checked);
  }
  const predicted = [...(observation.predictions ?? [])];
  return {
    report: predicted.map(([requirement, { verdict, reason }]) => `${requirement} ${verdict} ${reason}`),
    check: predicted.map(([id, { guide }]) => {
      const finding = checked.get(guide)?.status.findings.find(({ requirement }) => requirement === id);
      return `${id} ${finding?.verdict ?? ''} ${finding?.reason ?? ''}`;
    }),
  };
}

describe('check', () => {
  const style = { colour: false, unicode: false, width: 100 };
  const checked = async (host: string, output: 'table' | 'json'): Promise<string> => {
    const { root } = fixtureHosts.find(({ name }) => name === host)!;
    return (await check({ hostRoot: root, profile: fixtureProfiles['all features'], output }, style)).text;
  };

  it('prints the prediction as the report has it, and one line below what to do', async () => {
    expect(await checked('rhel-9.4-firewalld', 'json')).toMatch(
      /"prediction": \{\s+"guide": "firewalld",\s+"verdict": "Pass",\s+"reason": "FirewalldOff"\s+\}/,
    );
    expect(await checked('rhel-9.4-firewalld', 'table')).toMatch(
      /\n +> .*\n(?: .*\n)? +Predicted: with the guide's change this passes after the next boot\.\n/,
    );
    expect(await checked('debian-12-s390x-ufw-blocked', 'table')).toContain(
      "The guide's change does not suffice here: ",
    );
  });

  it('predicts nothing of a host that needs no guide', async () => {
    expect(await checked('empty', 'json')).not.toContain('prediction');
  });
});

describe('what a report predicts', () => {
  let predicted = 0;
  it.each(fixtureHosts)('is what check --with says of the MachineConfig of the guide, on $name', async ({ root }) => {
    for (const profile of Object.values(fixtureProfiles)) {
      const { report, check } = await bothSay(root, profile);
      expect(report).toEqual(check);
      predicted += report.length;
    }
  });

  it.each(
    fixtureVariants.filter(({ name }) =>
      /device-form|not-reloaded|networkd-takes|blacklisted|installs-false|nftables-enabled|modules-disabled/.test(name),
    ),
  )('is the same on $name', async (variant) => {
    await withVariant(variant, async (root) => {
      const { report, check } = await bothSay(root, fixtureProfiles['all features']);
      expect(report).toEqual(check);
      predicted += report.length;
    });
  });

  it('was compared for many findings', () => {
    expect(predicted).toBeGreaterThan(50);
  });
});
