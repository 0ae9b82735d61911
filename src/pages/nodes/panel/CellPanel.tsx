import { useEffect, useRef } from 'react';
import {
  DrawerActions,
  DrawerCloseButton,
  DrawerHead,
  DrawerPanelBody,
  DrawerPanelContent,
} from '@patternfly/react-core';
import { ageText } from '../../../components/age-text';
import { chapterTitle } from '../../../components/chapter-titles';
import { reasonSentence } from '../../../components/reason-sentence';
import { HostText } from '../../../components/HostText';
import type { Fleet } from '../../../fleet/build-fleet';
import type { ColumnChapter } from '../../../fleet/columns';
import { useEvidence } from '../../../hooks/useEvidence';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import type { ReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { requirementById } from '@calico-readiness/requirements';
import { CellDetails } from './CellDetails';
import { CellSubject } from './CellSubject';
import { EvidenceState } from './EvidenceState';
import type { CellAddress } from '../matrix-query';
import { openedCell, withEvidence } from '../opened-cell';
import type { OpenedCell } from '../opened-cell';

interface CellPanelProps {
  readonly fleet: Fleet;
  readonly chapters: readonly ColumnChapter[];
  readonly cell: CellAddress;
  /** Whether a person has just opened it, so that the focus goes along. */
  readonly takesFocus: boolean;
  readonly onOpen: (cell: CellAddress) => void;
  readonly onClose: () => void;
  /** Puts the node of the cell beside another one. */
  readonly onCompare: (node: string) => void;
}

/** One cell of the matrix in full: a requirement on a node, or a chapter on a node. */
export const CellPanel = ({ fleet, chapters, cell, takesFocus, onOpen, onClose, onCompare }: CellPanelProps) => {
  const translation = useReadinessTranslation();
  const { t } = translation;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) title.current?.focus();
  }, [takesFocus, cell.node, cell.column]);
  const listed = openedCell(fleet, chapters, cell);
  const evidence = useEvidence(listed.row);
  const opened = withEvidence(listed, evidence.report);
  const { row, column } = opened;
  return (
    <DrawerPanelContent
      widths={{ default: 'width_33' }}
      aria-label={t('Details')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <DrawerHead>
        <h2 ref={title} tabIndex={-1} className="calico-readiness__panel-title">
          {heading(translation, opened)}
        </h2>
        <CellSubject opened={opened} name={cell.node} onCompare={onCompare} />
        {column !== undefined && <HostText>{column.id}</HostText>}
        {row?.verdict === 'Stale' && row.age !== undefined && (
          <p>{t('Stale: last values, seen {{ago}}; they are not counted.', { ago: ageText(translation, row.age) })}</p>
        )}
        <DrawerActions>
          <DrawerCloseButton aria-label={t('Close')} onClick={onClose} />
        </DrawerActions>
      </DrawerHead>
      <DrawerPanelBody className="calico-readiness__panel-body">
        <EvidenceState evidence={evidence} />
        <CellDetails opened={opened} fleet={fleet} onOpen={onOpen} />
      </DrawerPanelBody>
    </DrawerPanelContent>
  );
};

/** What is required where it is met, else what is wrong. */
function heading(translation: ReadinessTranslation, { chapter, finding }: OpenedCell): string {
  const { t, message } = translation;
  if (chapter !== undefined) return chapterTitle(t, chapter.key);
  if (finding === undefined) return t('Nothing to show');
  const requirement = requirementById(finding.requirement);
  return finding.verdict === 'Pass' && requirement !== undefined
    ? message(requirement.title)
    : reasonSentence(translation, finding);
}
