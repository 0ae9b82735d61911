import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { goModuleDirectory } from '../go-build';
import type { KubernetesObject } from '../kubernetes-client';

/** Where the module lies; downloads 300 KB where Go's cache does not have it. Undefined when it can't be had. */
export const openReportsModule = (): string | undefined =>
  goModuleDirectory(import.meta.dirname, 'github.com/openreports/reports-api');

/** The published definition of openreports.io/v1alpha1, at the version that `go.mod` here names. */
export function openReportsDefinition(): KubernetesObject {
  const directory = openReportsModule();
  if (directory === undefined)
    throw new Error("The definition of OpenReports is not in Go's cache, and not to be downloaded");
  return parse(
    readFileSync(join(directory, 'config/crd/openreports.io_clusterreports.yaml'), 'utf8'),
  ) as KubernetesObject;
}

interface Definition extends KubernetesObject {
  readonly spec: {
    readonly versions: readonly {
      readonly schema: { readonly openAPIV3Schema: { readonly properties: Readonly<Record<string, unknown>> } };
    }[];
  };
}

/**
 * A stand-in for wgpolicyk8s.io/v1alpha2, whose own definition is in no module that is to be had: the one of OpenReports,
 * which came of it, under the earlier names and without the field that it has added.
 */
export function policyReportDefinition(): KubernetesObject {
  const definition = openReportsDefinition() as Definition;
  const [version] = definition.spec.versions;
  const { properties: all = {} } = version?.schema.openAPIV3Schema ?? {};
  const properties = Object.fromEntries(Object.entries(all).filter(([name]) => name !== 'source'));
  const [group, plural, kind] = ['wgpolicyk8s.io', 'clusterpolicyreports', 'ClusterPolicyReport'];
  return {
    ...definition,
    metadata: { name: `${plural}.${group}` },
    spec: {
      ...definition.spec,
      group,
      names: { kind, listKind: `${kind}List`, plural, singular: kind.toLowerCase() },
      versions: [
        {
          ...version,
          name: 'v1alpha2',
          schema: { openAPIV3Schema: { ...version?.schema.openAPIV3Schema, properties } },
        },
      ],
    },
  };
}
