import { useState } from 'react';
import { Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import { downloadText } from '../../components/download-text';
import { usePrinting } from '../../components/print/printing-context';
import type { ColumnChapter } from '../../fleet/columns';
import type { NodeRow } from '../../fleet/node-row';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { ReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { useWholeRows } from '../../hooks/useWholeRows';
import type { Prepared } from '../../hooks/useWholeRows';
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
  const translation = useReadinessTranslation();
  const { t } = translation;
  const { prepared, prepare, stop } = useWholeRows();
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
          {toggleText(translation, prepared)}
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
        {prepared.status === 'reading' ? (
          <DropdownItem key="stop" onClick={stop}>
            {t('Stop reading')}
          </DropdownItem>
        ) : (
          <DropdownItem
            key="json"
            description={prepared.status === 'failed' ? t('The reports could not be read; try again') : undefined}
            onClick={() => {
              prepare(rows, (whole) => {
                downloadText(`${name}.json`, 'application/json', toJson(whole, whatIf));
              });
            }}
          >
            {t('JSON: all findings')}
          </DropdownItem>
        )}
        <PrintItem key="print" />
      </DropdownList>
    </Dropdown>
  );
};

const PrintItem = () => {
  const { t } = useReadinessTranslation();
  const { print } = usePrinting();
  return <DropdownItem onClick={print}>{t('Print')}</DropdownItem>;
};

/** What the reports say beyond their lines is read when somebody wants it in a file. */
const toggleText = ({ t, number }: ReadinessTranslation, prepared: Prepared): string =>
  prepared.status === 'reading'
    ? t('Reading {{loaded}} of {{total}}', { loaded: number(prepared.loaded), total: number(prepared.total) })
    : t('Export');
