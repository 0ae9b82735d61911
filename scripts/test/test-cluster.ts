import { spawnSync } from 'node:child_process';
import {
  kubernetesVersions,
  versionVariable,
} from '../../agent/reference-programs/kubernetes-api/versions/other-version';
import { ClusterOptionError, clusterOptions, clusterUsage } from './cluster-options';

/** Runs the tests against a Kubernetes API; returns whether they passed. */
function runAgainst(version: string | undefined, words: readonly string[]): boolean {
  const { status } = spawnSync('npx', ['vitest', 'run', '--project=reference-programs-kubernetes-api', ...words], {
    stdio: 'inherit',
    env: { ...process.env, ...(version !== undefined && { [versionVariable]: version }) },
  });
  return status === 0;
}

try {
  const { versions, words } = clusterOptions(process.argv.slice(2), kubernetesVersions);
  const outcomes = (versions.length === 0 ? [undefined] : versions).map((version) => {
    if (version !== undefined) console.log(`== Kubernetes ${version}`);
    return { version, passed: runAgainst(version, words) };
  });
  for (const { version, passed } of outcomes)
    if (version !== undefined) console.log(`Kubernetes ${version}: ${passed ? 'passed' : 'FAILED'}`);
  process.exitCode = outcomes.every(({ passed }) => passed) ? 0 : 1;
} catch (error) {
  if (!(error instanceof ClusterOptionError)) throw error;
  console.error(`${error.message}\n${clusterUsage}`);
  process.exitCode = 2;
}
