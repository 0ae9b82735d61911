import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { goProgramsDirectory } from '../go-build';

/** Names the minor version of Kubernetes that the tests run against; without it that of `programs/go.mod`. */
export const versionVariable = 'KUBERNETES_MINOR_VERSION';

/** The minor version of `programs/go.mod`, which the tests run against unless told otherwise. */
const usual = /\tk8s\.io\/kubernetes v(1\.\d+)\./.exec(
  readFileSync(join(import.meta.dirname, '../programs/go.mod'), 'utf8'),
)?.[1];

/** Minor versions that the tests can run against, oldest first. */
export const kubernetesVersions: readonly string[] = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .concat(usual ?? [])
  .sort((one, other) => Number(one.split('.')[1]) - Number(other.split('.')[1]));

/** Where the modules of an API server are named, and where it comes to lie. */
interface VersionOfApiServer {
  readonly source: string;
  readonly directory: string;
}

/** The version that the environment names; undefined where it names none. Throws for one that there are no modules for. */
function versionOfEnvironment(): VersionOfApiServer | undefined {
  const name = process.env[versionVariable];
  if (name === undefined || name === '' || name === usual) return undefined;
  if (!kubernetesVersions.includes(name))
    throw new Error(`${versionVariable} is ${name}; there are modules for ${kubernetesVersions.join(', ')}`);
  return { source: join(import.meta.dirname, name), directory: goProgramsDirectory(`kubernetes-api-${name}`) };
}

export const otherVersion = versionOfEnvironment();
