import { agent } from './two-hosts';

/** Lists the raw sockets of the other host, one a line. */
export const rawSockets = 'there ss --raw --no-header --all --numeric';

/**
 * Lines of the first host's shell: has the agent of the other host answer challenges, writing what came into a file, and
 * waits for so many raw sockets at least. It is the first process of its own, by which it knows the host's network.
 */
export const startAnswering = (words: string, file: string, sockets: number): readonly string[] => [
  `nsenter --target $second --net unshare --mount --pid --fork --mount-proc --kill-child ${agent} flows --answer --output json --for 90 ${words} > ${file} & answering=$!`,
  `until test "$(${rawSockets} | wc -l)" -ge ${String(sockets)}; do sleep 0.1; done`,
];

/** Ends it, as somebody at the keyboard would. */
export const stopAnswering = 'kill -TERM $(cat /proc/$answering/task/$answering/children); wait $answering';
