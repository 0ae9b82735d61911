import type { Deed } from '../kernel/calico-deeds';
import { preparationOf } from '../kernel/calico-deeds';
import type { GuestCase } from './guest-script';
import { placeOfCase } from './guest-script';

/** Rules for modprobe, and what is tried under them. */
export interface ModuleCase extends GuestCase {
  readonly deeds: readonly Deed[];
  /** A command that runs after the modules of the deed before were unloaded. */
  readonly before?: string;
}

/** Names of answers: what a deed came to, and the modules that were loaded before it. */
export const deedAnswer = (index: number, deed: number): string => `deed-${index}-${deed}`;
export const loadedAnswer = (index: number, deed: number): string => `loaded-${index}-${deed}`;
export const commandLineAnswer = 'command-line';

/** Modules that a namespace on its way out still uses can't be unloaded yet. */
const functions = `unload() {
  tries=0
  while read -r module </proc/modules && [ $tries -lt 200 ]; do
    rmmod $(awk '$3 == 0 { print $1 }' /proc/modules) 2>/dev/null || sleep 0.05
    tries=$((tries + 1))
  done
}
rules() {
  rm -rf /etc/modprobe.d /run/modprobe.d /usr/local/lib/modprobe.d /usr/lib/modprobe.d
  cp -a /stock/. /
  cp -a "/$1/." /
}
mkdir -p /stock/etc /stock/usr/lib /run/netns
cp -a /etc/modprobe.d /stock/etc
cp -a /usr/lib/modprobe.d /stock/usr/lib
answer ${commandLineAnswer} cat /proc/cmdline`;

/**
 * Does what Calico does, each deed in a network namespace of its own and with no module loaded before. That a namespace is
 * gone does not unload what was loaded for it.
 */
export function moduleScript(cases: readonly ModuleCase[]): string {
  return [
    functions,
    ...cases.flatMap(({ deeds, before }, index) => [
      `rules ${placeOfCase(index)}`,
      ...deeds.flatMap(([command], deed) => [
        'unload',
        ...(before === undefined ? [] : [before]),
        `answer ${loadedAnswer(index, deed)} cat /proc/modules`,
        'ip netns add deed',
        `answer ${deedAnswer(index, deed)} ip netns exec deed sh -ec '${[...preparationOf(command), command].join('\n')}'`,
        'ip netns del deed',
      ]),
    ]),
  ].join('\n');
}
