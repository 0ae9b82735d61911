import { fromReportedFacts, profileValues } from '@calico-readiness/requirements';
import type { Message } from '@calico-readiness/requirements';
import type { Fleet } from './build-fleet';
import type { Column, ColumnChapter } from './columns';

/** A requirement that applies to no node, with the reason where this catalogue can tell it. */
export interface NotApplicableColumn {
  readonly column: Column;
  readonly reason: Message | null;
}

/** The columns that apply to no node. The reason is asked of the catalogue, as reports carry no texts. */
export function notApplicableColumns(fleet: Fleet, chapters: readonly ColumnChapter[]): NotApplicableColumn[] {
  const witnesses = fleet.rows.filter((row) => row.report?.profile !== undefined);
  // Whether something applies may hang on facts that only whole reports carry.
  const whole = witnesses.find((row) => row.report?.isCompact !== true);
  const witness = (witnesses.find((row) => row.present !== undefined) ?? whole ?? witnesses[0])?.report;
  return chapters
    .flatMap((chapter) => chapter.columns)
    .filter((column) => !column.applicable)
    .map((column) => ({ column, reason: reasonOf(column) }));

  function reasonOf({ requirement }: Column): Message | null {
    if (requirement === undefined || witness?.profile === undefined) return null;
    const applicability = requirement.appliesTo(profileValues(witness.profile), fromReportedFacts(witness.facts));
    return applicability.applies === 'no' ? applicability.reason : null;
  }
}

/** The different reasons, in order. */
export function distinctReasons(columns: readonly NotApplicableColumn[]): Message[] {
  const byText = new Map<string, Message>();
  for (const { reason } of columns) if (reason !== null) byText.set(JSON.stringify(reason), reason);
  return [...byText.values()];
}
