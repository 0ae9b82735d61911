import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { buildGoPrograms, goEnvironment, goProgramsDirectory } from '../go-build';
import type { KubernetesObject } from '../kubernetes-client';

const directory = goProgramsDirectory('monitoring');
const made = join(directory, 'definitions');
const types = 'github.com/prometheus-operator/prometheus-operator/pkg/apis/monitoring';
const plurals = ['servicemonitors', 'prometheusrules'];

/**
 * Makes the definitions of the Prometheus operator from its types, as its own build does with controller-gen, unless
 * they are there. Its repository has them as files too, but no Go module that is to be had. Returns whether they are there.
 */
export function makeMonitoringDefinitions(): boolean {
  const built = buildGoPrograms({
    source: import.meta.dirname,
    directory,
    packages: ['sigs.k8s.io/controller-tools/cmd/controller-gen'],
    linkerFlags: () => '-s -w',
    describe: (versionOf) =>
      `controller-gen ${versionOf('sigs.k8s.io/controller-tools')}, 30 MB of modules to download and a minute where nothing is in its cache,`,
  });
  if (!built || existsSync(made)) return built;
  const words = ['crd', `paths=${types}/v1`, `output:crd:dir=${made}`];
  const { status } = spawnSync(join(directory, 'controller-gen'), words, {
    cwd: import.meta.dirname,
    env: goEnvironment(),
    stdio: 'ignore',
  });
  return status === 0;
}

/** Those of the kinds that the chart makes. */
export const monitoringDefinitions = (): readonly KubernetesObject[] =>
  plurals.map((plural) => {
    const text = readFileSync(join(made, `monitoring.coreos.com_${plural}.yaml`), 'utf8');
    return parse(text) as KubernetesObject;
  });
