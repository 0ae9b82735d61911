import type { AgentLog } from '../../foundation/agent-log';
import { ApiError } from '../../cluster/api-error';
import type { FilledNodeReport, NodeReportInput } from '../node-report';
import type { UnknownWord } from './unknown-words';
import { reportWithout, unknownWordsIn } from './unknown-words';

/** For so long a word is left out before it is tried again, milliseconds: the definitions may have been upgraded. */
const tryAgain = 3_600_000;

/**
 * The words that the definitions in the API lack, as its refusals told: an agent that is newer than they are goes on
 * reporting all the rest. Times are of the monotonic clock, milliseconds.
 */
export class WordsOfDefinitions {
  private unknown = new Set<UnknownWord>();
  private learnedAt = 0;
  private told = '';

  constructor(
    private readonly log: AgentLog,
    private readonly now: () => number,
  ) {}

  /** The report in words that the definitions know, as far as that is known. */
  report(input: NodeReportInput): FilledNodeReport {
    if (this.now() >= this.learnedAt + tryAgain) this.unknown.clear();
    return reportWithout(this.unknown, input);
  }

  /**
   * Writes a report, and where a word of it is refused, what is left without that word; resolves to what was written.
   * Rejects as `write` does for everything else. Each attempt leaves out more, so there are few.
   */
  async write(
    report: FilledNodeReport,
    input: NodeReportInput,
    write: (report: FilledNodeReport) => Promise<void>,
  ): Promise<FilledNodeReport> {
    for (let attempt = report; ; attempt = reportWithout(this.unknown, input)) {
      try {
        await write(attempt);
        this.tell();
        return attempt;
      } catch (error) {
        if (!this.learn(error, attempt)) throw error;
      }
    }
  }

  /** Whether the refusal told of a word that is new to us. */
  private learn(error: unknown, report: FilledNodeReport): boolean {
    const words = error instanceof ApiError ? unknownWordsIn(error, report) : undefined;
    const before = this.unknown.size;
    for (const word of words ?? []) this.unknown.add(word);
    if (this.unknown.size === before) return false;
    this.learnedAt = this.now();
    return true;
  }

  private tell(): void {
    const words = [...this.unknown].sort().join(', ');
    if (words !== '' && words !== this.told)
      this.log.warn(
        { leftOut: words },
        'The custom resource definitions are older than this agent and lack some of its words; it reports without them. Upgrade the definitions: they come with the chart',
      );
    this.told = words;
  }
}
