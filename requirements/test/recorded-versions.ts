import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ClusterReport } from '../src/model/report/cluster-report';
import type { NodeReport, NodeReportStatus } from '../src/model/report/node-report';
import type { ReadinessPolicy, ReadinessPolicyStatus } from '../src/model/readiness-policy';

/** Where each released version has a folder. */
export const recordedDirectory = join(dirname(fileURLToPath(import.meta.url)), '../fixtures/recorded');

/** A NodeReport that was written. */
export type RecordedReport = NodeReport & { readonly status: NodeReportStatus };

/** What one version wrote, and its definitions, as `requirements/fixtures/recorded/README.md` says. */
export interface RecordedVersion {
  readonly version: string;
  readonly reports: readonly RecordedReport[];
  readonly policy: ReadinessPolicy & { readonly status: ReadinessPolicyStatus };
  readonly clusterReport: ClusterReport & { readonly status: NonNullable<ClusterReport['status']> };
  /** CustomResourceDefinitions. */
  readonly definitions: readonly { readonly metadata: { readonly name: string } }[];
}

/** Every recorded version, read anew by each call so that nobody can change another's. */
export const recordedVersions = (): readonly RecordedVersion[] =>
  readdirSync(recordedDirectory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readVersion(name));

function readVersion(version: string): RecordedVersion {
  const folder = join(recordedDirectory, version);
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const reports = readdirSync(folder).filter((file) => file.startsWith('node-report.'));
  return {
    version,
    reports: reports.map((file) => read(file) as RecordedReport),
    policy: read('readiness-policy.json') as RecordedVersion['policy'],
    clusterReport: read('cluster-report.json') as RecordedVersion['clusterReport'],
    definitions: read('definitions.json') as RecordedVersion['definitions'],
  };
}
