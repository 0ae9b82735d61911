import { verdictsWorstFirst } from '../../k8s/read-findings';
import type { ReadFinding } from '../../k8s/read-findings';
import type { ReadReport } from '../../k8s/read-node-report';
import { findingIn } from '../cells';
import type { Column, ColumnChapter } from '../columns';

/** What two reports find about one requirement. */
export interface FindingPair {
  readonly column: Column;
  readonly one: ReadFinding;
  readonly other: ReadFinding;
}

/** Every requirement once, in catalogue order, the worse verdicts first. */
export interface ComparedFindings {
  /** Another verdict, or the same for another reason. */
  readonly differing: readonly FindingPair[];
  /** The same verdict for the same reason, and something else was seen. */
  readonly otherValues: readonly FindingPair[];
  readonly same: readonly FindingPair[];
}

export function compareFindings(
  one: ReadReport,
  other: ReadReport,
  chapters: readonly ColumnChapter[],
): ComparedFindings {
  const pairs = chapters
    .flatMap(({ columns }) => columns)
    .map((column): FindingPair => ({ column, one: findingIn(one, column), other: findingIn(other, column) }));
  const worstFirst = (some: readonly FindingPair[]): readonly FindingPair[] =>
    [...some].sort((first, second) => badness(first) - badness(second));
  const isSameVerdict = (pair: FindingPair): boolean =>
    pair.one.verdict === pair.other.verdict && pair.one.reason === pair.other.reason;
  const isSameValue = (pair: FindingPair): boolean => pair.one.observed === pair.other.observed;
  return {
    differing: worstFirst(pairs.filter((pair) => !isSameVerdict(pair))),
    otherValues: worstFirst(pairs.filter((pair) => isSameVerdict(pair) && !isSameValue(pair))),
    same: worstFirst(pairs.filter((pair) => isSameVerdict(pair) && isSameValue(pair))),
  };
}

const badness = ({ one, other }: FindingPair): number =>
  Math.min(verdictsWorstFirst.indexOf(one.verdict), verdictsWorstFirst.indexOf(other.verdict));
