import type { Fact } from '@calico-readiness/requirements';
import type { HostFiles } from '../host-files';
import type { HostQuestion } from '../host-question';
import { filesWith } from '../host-question';
import type { FileStamp } from '../path-status';
import type { RecordedQuestion } from './recorded-question';
import { digestOf, hasContent, trustedStamp } from './recorded-question';

/** Questions of one look; where there are more, looking anew costs no more than asking whether they have the same answers. */
const mostQuestions = 20_000;

/** Notes what somebody asks a host's files and is told. */
export class QuestionRecorder {
  /** The same files, for who is to be noted. */
  readonly files: HostFiles;
  private readonly recorded: RecordedQuestion[] = [];
  private isWhole = true;

  /** `at` is when the observation began, in milliseconds since 1970. */
  constructor(
    private readonly asked: HostFiles,
    private readonly at: number,
  ) {
    this.files = filesWith((question, ask) => this.record(question, ask), asked);
  }

  /** Undefined when not all of them could be noted. */
  get questions(): readonly RecordedQuestion[] | undefined {
    return this.isWhole ? this.recorded : undefined;
  }

  private async record<T>(question: HostQuestion, ask: () => Promise<Fact<T>>): Promise<Fact<T>> {
    if (question.operation === 'readPieces' || question.operation === 'readLinks') {
      this.isWhole = false;
      return ask();
    }
    // The stamp of a moment before: what is written in between shows another one the next time.
    const stamp: FileStamp | undefined = hasContent(question)
      ? await trustedStamp(this.asked, question.path, this.at)
      : undefined;
    const fact = await ask();
    if (this.recorded.length >= mostQuestions) this.isWhole = false;
    else this.recorded.push({ question, seen: (fact.status === 'observed' ? stamp : undefined) ?? digestOf(fact) });
    return fact;
  }
}
