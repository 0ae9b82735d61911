import { existsSync, readFileSync } from 'node:fs';
import { fetchDbusDaemon } from '../../agent/test/dbus-daemon';
import { fetchAnsible } from '../../agent/reference-programs/ansible/fetch-ansible';
import { fetchGuest } from '../../agent/reference-programs/guest/guest-packages';
import { fetchKubernetesApi } from '../../agent/reference-programs/kubernetes-api/build-kubernetes-api';
import { fetchReferencePrograms } from '../../agent/reference-programs/fetch-reference-programs';
import { fetchBrowser } from './browser';

export type NeedName = 'browser' | 'dbus-daemon' | 'reference programs' | 'Kubernetes API';

/** What some tests can't run without, and `npm ci` does not bring. */
export interface Need {
  readonly name: NeedName;
  readonly tests: string;
  /** The one command that gets it. */
  readonly command: string;
  /** Finds it, or downloads it below node_modules; nothing is installed. False, or an error, when it can't be had. */
  get(): boolean;
}

/** The programs are Debian's, so is the kernel for amd64 that an emulated machine boots, and namespaces need root. */
const isDebian =
  process.platform === 'linux' &&
  process.arch === 'x64' &&
  existsSync('/etc/os-release') &&
  /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
const isRoot = process.getuid?.() === 0;

const commandForReferencePrograms = (): string => {
  if (isDebian)
    return isRoot
      ? 'apt-get update && apt-get install -y python3-pip && npm test'
      : 'sudo apt-get install -y python3-pip && sudo npm test';
  return 'npm ci && npm test (as root on Debian for amd64, or in a container of it with all privileges)';
};

export const needs: readonly Need[] = [
  {
    name: 'browser',
    tests: 'the browser tests',
    command: 'npx playwright install --with-deps chromium',
    get: () => fetchBrowser() !== undefined,
  },
  {
    name: 'dbus-daemon',
    tests: 'the tests of the agent that ask a bus',
    command: existsSync('/usr/bin/dnf') ? 'dnf install -y dbus-daemon' : 'apt-get install -y dbus',
    get: () => fetchDbusDaemon() !== undefined,
  },
  {
    name: 'reference programs',
    tests: 'the comparison with reference programs',
    command: commandForReferencePrograms(),
    get: () => isDebian && isRoot && fetchReferencePrograms().length === 0 && fetchAnsible() && fetchGuest(),
  },
  {
    name: 'Kubernetes API',
    tests: 'the tests against a Kubernetes API',
    command: 'npm test (on Linux with openssl, and Go 1.26 or later on the PATH: https://go.dev/doc/install)',
    get: fetchKubernetesApi,
  },
];
