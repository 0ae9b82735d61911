import type { HostTree } from '../../test/temporary-host';

/** What a command in the guest printed on both of its outputs, and its exit status. */
export interface GuestAnswer {
  readonly status: number;
  readonly output: string;
}

/** Answers by the names under which the script asked. */
export type GuestAnswers = ReadonlyMap<string, GuestAnswer>;

/** `answer NAME COMMAND…` runs a command and prints its answer between two marks. */
export const preamble = `answer() {
  answered=$1; shift
  printf '@begin %s\\n' "$answered"
  "$@" 2>&1
  printf '\\n@end %s\\n' $?
}`;

/** Takes the answers out of everything that the guest printed. */
export function answersIn(text: string): GuestAnswers {
  const answers = text.replaceAll('\r', '').matchAll(/^@begin (\S+)\n([^]*?)\n@end (\d+)$/gm);
  return new Map([...answers].map(([, name = '', output = '', status]) => [name, { status: Number(status), output }]));
}

/** The answer to one question. Throws when there is none. */
export function answerOf(answers: GuestAnswers, name: string): GuestAnswer {
  const answer = answers.get(name);
  if (answer === undefined) throw new Error(`the guest did not answer ${name}`);
  return answer;
}

/** One case of several that a boot tries one after the other. */
export interface GuestCase {
  /** The host's configuration and what else the agent is shown, by paths on the host. */
  readonly files: HostTree;
}

/** Where a case's files stand in the guest until the script puts them in their places. */
export const placeOfCase = (index: number): string => `cases/${index}`;

/** Files for the guest, case by case. Those below proc are for the agent only. */
export const filesOfCases = (cases: readonly GuestCase[]): HostTree =>
  Object.fromEntries(
    cases.flatMap(({ files }, index): [string, HostTree[string]][] => [
      [`${placeOfCase(index)}/`, ''],
      ...Object.entries(files).flatMap(([path, content]): [string, HostTree[string]][] =>
        path.startsWith('proc/') ? [] : [[`${placeOfCase(index)}/${path}`, content]],
      ),
    ]),
  );
