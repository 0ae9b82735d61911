import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathOfProgram, referenceProgramEnvironment } from '../reference-programs';

const main = join(import.meta.dirname, '../../src/main.ts');

/** The command line of the agent, as the shell of the first host calls it. */
export const agent = `'${process.execPath}' --import tsx '${main}'`;

/** The addresses of the two hosts, and some that nobody has. */
export const addresses = {
  here: { 4: '10.9.0.1', 6: 'fd00:9::1' },
  there: { 4: '10.9.0.2', 6: 'fd00:9::2' },
  nobody: { 4: '10.9.0.77', 6: 'fd00:9::77' },
  noRoute: { 4: '10.77.0.1', 6: 'fd00:77::1' },
} as const;

/**
 * Two hosts on one cable. The shell that makes them is the first process of its own namespaces, those of the first
 * host; `there` runs a command at the second. Nothing has a name on the machine, and all of it ends with the shell,
 * however it ends.
 */
const cable = [
  'set -e',
  'ip link set lo up',
  'unshare --net sleep 300 & second=$!',
  'until [ "$(readlink /proc/$second/ns/net)" != "$(readlink /proc/self/ns/net)" ]; do sleep 0.05; done',
  'there() { nsenter --target $second --net "$@"; }',
  'ip link add cable type veth peer name cable netns $second',
  'there ip link set lo up',
  ...['4', '6'].flatMap((family) => {
    const key = family === '4' ? 4 : 6;
    const [length, rest] = key === 4 ? ['24', ''] : ['64', ' nodad'];
    return [
      `ip -${family} address add ${addresses.here[key]}/${length} dev cable${rest}`,
      `there ip -${family} address add ${addresses.there[key]}/${length} dev cable${rest}`,
    ];
  }),
  'ip link set cable up',
  'there ip link set cable up',
  // A kernel says little of what it refuses; a router that says nothing would be one that drops.
  'there sh -c "echo 0 > /proc/sys/net/ipv4/icmp_ratelimit; echo 0 > /proc/sys/net/ipv6/icmp/ratelimit"',
];

/** Runs lines of a shell at the first of two hosts. Rejects when a line fails; resolves to what they printed. */
export async function atTwoHosts(lines: readonly string[]): Promise<string> {
  const child = spawn(
    pathOfProgram('unshare') ?? 'unshare',
    [...['--net', '--mount', '--pid', '--fork', '--mount-proc', '--kill-child'], 'sh'],
    { env: referenceProgramEnvironment(), timeout: 100_000, killSignal: 'SIGKILL' },
  );
  child.stdin.end([...cable, ...lines, ''].join('\n'));
  const [output, errors, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  if (status !== 0) throw new Error(`the hosts ended with ${String(status)}: ${errors}${output}`);
  return output;
}
