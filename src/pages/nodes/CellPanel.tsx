import { useEffect, useRef } from 'react';
import {
  DrawerActions,
  DrawerCloseButton,
  DrawerHead,
  DrawerPanelBody,
  DrawerPanelContent,
} from '@patternfly/react-core';
import { ageText } from '../../components/age-text';
import { chapterTitle } from '../../components/chapter-titles';
import { printable } from '../../components/printable';
import { nodeTabAddress } from '../../components/addresses';
import { reasonSentence } from '../../components/reason-sentence';
import { VerdictLabel } from '../../components/VerdictLabel';
import { HostText } from '../../components/HostText';
import { Link } from '../../console/router';
import type { Fleet } from '../../fleet/build-fleet';
import { findingIn } from '../../fleet/cells';
import type { ColumnChapter } from '../../fleet/columns';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { ReadFinding } from '../../k8s/read-node-report';
import { requirementById } from '@calico-readiness/requirements';
import { CellEvidence } from './CellEvidence';
import { ChapterFindings } from './ChapterFindings';
import type { CellAddress } from './matrix-query';
import { chapterColumnKey } from './shown-columns';
import { WhatIfComparison } from './WhatIfComparison';

interface CellPanelProps {
  readonly fleet: Fleet;
  readonly chapters: readonly ColumnChapter[];
  readonly cell: CellAddress;
  /** Whether a person has just opened it, so that the focus goes along. */
  readonly takesFocus: boolean;
  readonly onOpen: (cell: CellAddress) => void;
  readonly onClose: () => void;
}

/** One cell of the matrix in full: a requirement on a node, or a chapter on a node. */
export const CellPanel = ({ fleet, chapters, cell, takesFocus, onOpen, onClose }: CellPanelProps) => {
  const translation = useReadinessTranslation();
  const { t } = translation;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) title.current?.focus();
  }, [takesFocus, cell.node, cell.column]);

  const row = fleet.rows.find(({ name }) => name === cell.node);
  const chapter = chapters.find(({ key }) => chapterColumnKey(key) === cell.column);
  const column = chapters.flatMap(({ columns }) => columns).find(({ id }) => id === cell.column);
  const report = row?.report;
  const finding = report !== undefined && column !== undefined ? findingIn(report, column) : undefined;

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
          {heading()}
        </h2>
        <p>
          {finding !== undefined && <VerdictLabel verdict={finding.verdict} />} {t('on')}{' '}
          <Link to={nodeTabAddress(cell.node)}>{printable(cell.node)}</Link>
        </p>
        {column !== undefined && <HostText>{column.id}</HostText>}
        {row?.verdict === 'Stale' && row.age !== undefined && (
          <p>{t('Stale: last values, seen {{ago}}; they are not counted.', { ago: ageText(translation, row.age) })}</p>
        )}
        <DrawerActions>
          <DrawerCloseButton aria-label={t('Close')} onClick={onClose} />
        </DrawerActions>
      </DrawerHead>
      <DrawerPanelBody className="calico-readiness__panel-body">{body()}</DrawerPanelBody>
    </DrawerPanelContent>
  );

  function heading(): string {
    if (chapter !== undefined) return chapterTitle(t, chapter.key);
    if (finding === undefined) return t('Nothing to show');
    return findingTitle(finding);
  }

  function findingTitle(shown: ReadFinding): string {
    const requirement = requirementById(shown.requirement);
    return shown.verdict === 'Pass' && requirement !== undefined
      ? translation.message(requirement.title)
      : reasonSentence(translation, shown);
  }

  function body() {
    if (row === undefined) return <p>{t('No node of this name is in the Node list.')}</p>;
    if (report === undefined) return <p>{t('This node has no report.')}</p>;
    if (chapter !== undefined) {
      return <ChapterFindings row={row} report={report} chapter={chapter} onOpen={onOpen} />;
    }
    if (finding === undefined) return <p>{t('No requirement of this name is known.')}</p>;
    return (
      <>
        {row.present !== undefined && column !== undefined && <WhatIfComparison row={row} column={column} />}
        <CellEvidence finding={finding} calicoVersion={report.profile?.calicoVersion.value} fleet={fleet} />
      </>
    );
  }
};
