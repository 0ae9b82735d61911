import { hostname } from 'node:os';
import type { TestedFacts } from '@calico-readiness/requirements';
import { accessOfHost } from '../../cluster/access/access-of-host';
import { ApiError } from '../../cluster/api-error';
import { ApiLogin } from '../../cluster/api-login';
import type { KubeConfig } from '../../cluster/kube-config';
import { errorText } from '../../foundation/agent-log';
import { createHostFiles } from '../../host/create-host-files';
import { UsageError } from '../exit-status';
import { kubeConfigOf } from '../kube-config-option';

/** From where, and as whom. */
export interface ApiCheck {
  /** Path of a kubeconfig. */
  readonly kubeconfig: string;
  readonly hostRoot: string;
  /** Name of this host's Node; that of the host otherwise. */
  readonly nodeName?: string;
  /** Milliseconds between two tests; for tests. */
  readonly pause?: number;
}

const option = "option '--kubeconfig <file>'";
/** Milliseconds that a login may take; a program of the kubeconfig may ask a person. */
const loginLimit = 60_000;

/** What requests of this host to the Kubernetes API show. Rejects with UsageError where the kubeconfig is of no use for it. */
export async function testApi({ kubeconfig, hostRoot, nodeName, pause }: ApiCheck): Promise<TestedFacts> {
  if (!(await isThisMachine(hostRoot)))
    throw new UsageError(
      `${option}: ${hostRoot} is not the root of this machine, and requests show the way of this machine only.`,
    );
  const kubeConfig = await kubeConfigOf(kubeconfig);
  await logIn(kubeConfig, kubeconfig);
  try {
    const apiAccess = await accessOfHost(kubeConfig, {
      nodeName: nodeName ?? hostname().toLowerCase(),
      signal: new AbortController().signal,
      ...(pause !== undefined && { pause }),
    });
    return { apiAccess };
  } catch (error) {
    const server = kubeConfig.getCurrentCluster()?.server ?? 'the server';
    if (error instanceof ApiError && error.status === 401)
      throw new UsageError(
        `${option}: ${server} does not accept the login of ${kubeconfig} (401); it may have expired.`,
      );
    throw new UsageError(`${option}: ${server} cannot be reached: ${errorText(error)}`);
  }
}

/** A file or a program that it names may be missing. */
async function logIn(kubeConfig: KubeConfig, file: string): Promise<void> {
  try {
    await new ApiLogin(kubeConfig, loginLimit).login();
  } catch (error) {
    throw new UsageError(`${option}: cannot log in with ${file}: ${errorText(error)}`);
  }
}

const bootId = 'proc/sys/kernel/random/boot_id';

/** A mounted root has the boot of this machine (random(4)); a captured tree has another one, or none. */
async function isThisMachine(hostRoot: string): Promise<boolean> {
  if (hostRoot === '/') return true;
  const [its, own] = await Promise.all([hostRoot, '/'].map((root) => createHostFiles(root).readText(bootId, 4096)));
  return its?.status === 'observed' && own?.status === 'observed' && its.value === own.value;
}
