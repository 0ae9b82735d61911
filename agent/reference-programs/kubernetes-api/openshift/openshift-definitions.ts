import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { goModuleDirectory } from '../go-build';
import type { KubernetesObject } from '../kubernetes-client';

/**
 * The definitions that OpenShift installs of the kinds that we read or write, below https://github.com/openshift/api at
 * the commit that `go.mod` here names. They are read from Go's own cache and copied nowhere.
 */
const files = [
  'operator/v1/zz_generated.crd-manifests/0000_50_console_01_consoles.crd.yaml',
  'console/v1/zz_generated.crd-manifests/90_consoleplugins.crd.yaml',
  'console/v1/zz_generated.crd-manifests/00_consolequickstarts.crd.yaml',
  'console/v1/zz_generated.crd-manifests/00_consoleyamlsamples.crd.yaml',
  'security/v1/zz_generated.crd-manifests/0000_03_config-operator_01_securitycontextconstraints.crd.yaml',
  'payload-manifests/crds/0000_80_machine-config_01_machineconfigs.crd.yaml',
  'payload-manifests/crds/0000_80_machine-config_01_machineconfigpools.crd.yaml',
  'config/v1/zz_generated.crd-manifests/0000_00_cluster-version-operator_01_clusterversions-Default.crd.yaml',
];

/** Where the module lies; downloads 6 MB (34 MB unpacked) where Go's cache does not have it. Undefined when it can't be had. */
export const openShiftModule = (): string | undefined =>
  goModuleDirectory(import.meta.dirname, 'github.com/openshift/api');

export function openShiftDefinitions(): readonly KubernetesObject[] {
  const directory = openShiftModule();
  if (directory === undefined)
    throw new Error("OpenShift's definitions are not in Go's cache, and not to be downloaded");
  return files.map((file) => parse(readFileSync(join(directory, file), 'utf8')) as KubernetesObject);
}
