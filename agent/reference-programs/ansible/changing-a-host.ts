import { dirname } from 'node:path';
import { python } from './fetch-ansible';

/** One command on the host, and the name under which it leaves what became of it. */
export interface Step {
  readonly name: string;
  readonly command: string;
}

/** What a step left: its exit status and output, and how the units are then. */
export interface Outcome {
  readonly status: string;
  readonly output: string;
  readonly units: string;
}

/** Where everything of the steps is, below the root of the host. */
export const leftBy = (name: string): string => `run/steps/${name}`;
export const allDone = 'run/steps-done';

const playbookProgram = '/var/ansible/bin/ansible-playbook';
/** No ssh and no sudo: it runs on the host that it changes, as root. */
const here = `-e ansible_connection=local -e ansible_become=false -e ansible_python_interpreter=${python}`;

/** ansible-playbook with a playbook and options, as people call it but for how it gets to the host. */
export const ansiblePlaybookCommand = (playbook: string, ...options: readonly string[]): string =>
  `${python} ${playbookProgram} ${here} ${options.join(' ')} ${playbook}`;

/**
 * A script that runs on a booted host: it answers at once, as a booted tree has to, then does one step after the other and
 * keeps, each time, the status, the output, the state of the units, and a copy of /etc.
 */
export const stepsScript = (systemctl: string, units: readonly string[], steps: readonly Step[]): string => `set -e
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:${dirname(systemctl)}
export HOME=/tmp LC_ALL=C.UTF-8 PYTHONPATH=/var/ansible ANSIBLE_PIPELINING=1 NODE=worker-1
# Processes of Python share memory there.
mkdir -p /dev/shm
: > /run/answers
step() {
  place=/run/steps/$1
  mkdir -p "$place"
  status=0
  sh -c "$2" > "$place/output" 2>&1 < /dev/null || status=$?
  echo "$status" > "$place/status"
  ${systemctl} show --property=Id,LoadState,ActiveState,UnitFileState ${units.join(' ')} > "$place/units"
  cp -a /etc "$place/etc"
}
step before true
${steps.map(({ name, command }) => `step ${name} '${command}'`).join('\n')}
: > /${allDone}
`;
