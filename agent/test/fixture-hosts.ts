import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findingLines, fixtureProfiles } from './fixture-profiles';
import { observeHost } from '../src/observation/observe-host';
import { buildNodeReport } from '../src/publish/node-report';

const hostsDirectory = join(dirname(fileURLToPath(import.meta.url)), '../fixtures/hosts');

/** Stands in golden reports wherever a report carries the time of its observation. */
const observedAt = '2026-01-01T00:00:00.000Z';

/** A host tree of the fixtures, and where its golden files are. */
export interface FixtureHost {
  readonly name: string;
  readonly root: string;
  readonly goldenReport: string;
  /** The findings under the profile with all features. */
  readonly goldenFindings: string;
}

/** Every host tree below agent/fixtures/hosts, by name. */
export const fixtureHosts: readonly FixtureHost[] = readdirSync(hostsDirectory, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({
    name,
    root: join(hostsDirectory, name, 'root'),
    goldenReport: join(hostsDirectory, name, 'report.golden.json'),
    goldenFindings: join(hostsDirectory, name, 'findings.all-features.golden.txt'),
  }))
  .sort((left, right) => (left.name < right.name ? -1 : 1));

/** The NodeReport of a fixture host under the default profile, as text: the same on every machine and at any time. */
export async function reportOfFixture({ name, root }: FixtureHost): Promise<string> {
  const { facts, findings, profile } = await observeHost({ hostRoot: root, profile: fixtureProfiles.default });
  const report = buildNodeReport({
    facts,
    findings,
    profile,
    nodeName: name,
    agentVersion: '0.0.0-fixture',
    observedAt,
    reportIntervalSeconds: 900,
  });
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** The findings of a fixture host under the profile with all features, one line each; what does not apply is left out. */
export async function findingsOfFixture({ root }: FixtureHost): Promise<string> {
  const { findings, verdict } = await observeHost({ hostRoot: root, profile: fixtureProfiles['all features'] });
  const applying = findings.filter((finding) => finding.verdict !== 'NotApplicable');
  return [verdict, ...findingLines(applying), ''].join('\n');
}
