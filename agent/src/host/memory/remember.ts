import type { Concluding, Host, ObservationMemory } from '../host';
import type { SystemBus } from '../bus/system-bus';
import type { HostFiles } from '../host-files';
import type { Conclusion } from './host-memory';
import type { HostMemory } from './host-memory';
import { stillTrue } from './host-memory';
import { QuestionRecorder } from './question-recorder';

/** The memory of an observation that begins, which takes over what the one before concluded; undefined where no other will follow, which has nothing noted. */
export function observationMemory(before?: HostMemory): ObservationMemory {
  const at = Date.now();
  const pending = new Map<string, { readonly given: readonly unknown[]; readonly value: Promise<unknown> }>();
  const conclusions = new Map<string, Conclusion>();
  const recallOrLook = async <T>(host: Host, { what, given, look }: Concluding<T>): Promise<T> => {
    if (before === undefined) return look(noted(host, host.files));
    const recalled = before.recall(what);
    const still = recalled && isSame(recalled.given, given) ? await stillTrue(host.files, recalled, at) : undefined;
    if (still !== undefined) {
      conclusions.set(what, still);
      return still.value as T;
    }
    const recorder = new QuestionRecorder(host.files, at);
    const value = await look(noted(host, recorder.files));
    if (recorder.questions !== undefined) conclusions.set(what, { given, questions: recorder.questions, value });
    return value;
  };
  return {
    conclude: <T>(host: Host, concluding: Concluding<T>) => {
      const { what, given } = concluding;
      const begun = pending.get(what);
      // Whoever asks under the same name looks in the same way.
      if (begun !== undefined && isSame(begun.given, given)) return begun.value as Promise<T>;
      const value = recallOrLook(host, concluding);
      pending.set(what, { given, value });
      return value;
    },
    end: () => {
      before?.keep(conclusions);
    },
  };
}

/** The host for who is to conclude from its files alone. */
const noted = ({ live, when, kernelRelease }: Host, files: HostFiles): Host => ({
  files,
  live,
  ...(when !== undefined && { when }),
  systemBus: noBus,
  ...(kernelRelease !== undefined && { kernelRelease }),
});

const noBus: SystemBus = {
  ask: () => Promise.reject(new Error('what is concluded from files cannot ask the bus: its answers are not noted')),
};

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((value, index) => Object.is(value, other[index]));

/**
 * What `look` concludes from the host's files and from what is given, and from nothing else: once in an observation, and
 * in the next one again only when an answer that it got, or something given, has changed. Nobody may change the value.
 */
export const remember = <T>(
  host: Host,
  what: string,
  look: (host: Host) => Promise<T>,
  given: readonly unknown[] = [],
): Promise<T> => (host.memory === undefined ? look(host) : host.memory.conclude(host, { what, given, look }));
