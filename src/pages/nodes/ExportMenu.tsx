import { useState } from 'react';
import { Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import { downloadText } from '../../components/download-text';
import type { ColumnChapter } from '../../fleet/columns';
import type { NodeRow } from '../../fleet/node-row';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { toCsv, toJson } from './export-rows';

interface ExportMenuProps {
  /** What the filters let through, in the order shown. */
  readonly rows: readonly NodeRow[];
  readonly chapters: readonly ColumnChapter[];
  /** While pages are still arriving: half a fleet in a file would pass for all of it. */
  readonly isDisabled: boolean;
  /** The what-if that the rows are judged under, as the address writes it. */
  readonly whatIf: string | undefined;
}

/** The matrix as a file, filtered and sorted as it is shown, all pages of it. */
export const ExportMenu = ({ rows, chapters, isDisabled, whatIf }: ExportMenuProps) => {
  const { t } = useReadinessTranslation();
  const name = whatIf === undefined ? 'calico-readiness' : 'calico-readiness-what-if';
  const [isOpen, setOpen] = useState(false);
  return (
    <Dropdown
      isOpen={isOpen}
      onOpenChange={setOpen}
      onSelect={() => {
        setOpen(false);
      }}
      popperProps={{ position: 'right' }}
      toggle={(reference) => (
        <MenuToggle
          ref={reference}
          isExpanded={isOpen}
          isDisabled={isDisabled}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          {t('Export')}
        </MenuToggle>
      )}
    >
      <DropdownList>
        <DropdownItem
          key="csv"
          onClick={() => {
            downloadText(`${name}.csv`, 'text/csv', toCsv(rows, chapters, whatIf));
          }}
        >
          {t('CSV: verdicts')}
        </DropdownItem>
        <DropdownItem
          key="json"
          onClick={() => {
            downloadText(`${name}.json`, 'application/json', toJson(rows, whatIf));
          }}
        >
          {t('JSON: all findings')}
        </DropdownItem>
      </DropdownList>
    </Dropdown>
  );
};
