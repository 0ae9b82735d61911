import { useMemo, useRef, useState } from 'react';
import {
  Button,
  Drawer,
  DrawerContent,
  DrawerContentBody,
  EmptyState,
  EmptyStateBody,
  Pagination,
} from '@patternfly/react-core';
import { SearchIcon } from '@patternfly/react-icons';
import type { Loading } from '../../components/FleetGate';
import type { Fleet } from '../../fleet/build-fleet';
import { emptyFilter, filterRows } from '../../fleet/matrix-filter';
import { sortRows } from '../../fleet/sort-rows';
import { isChanged } from '../../fleet/what-if-changes';
import type { SortKey } from '../../fleet/sort-rows';
import type { ChapterKey } from '../../fleet/columns';
import { useColumns } from '../../hooks/useColumns';
import type { WhatIf } from '../../hooks/useWhatIf';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { writeWhatIf } from '../../fleet/what-if-profile';
import { CellPanel } from './CellPanel';
import { ExportMenu } from './ExportMenu';
import { MatrixGrid } from './MatrixGrid';
import type { MatrixGridHandle } from './MatrixGrid';
import { MatrixLines } from './MatrixLines';
import { MatrixToolbar } from './MatrixToolbar';
import { pageSizes } from './matrix-query';
import type { CellAddress } from './matrix-query';
import { shownChapters } from './shown-columns';
import { useMatrixQuery } from './useMatrixQuery';

interface MatrixProps {
  readonly fleet: Fleet;
  readonly loading: Loading;
  readonly whatIf: WhatIf;
}

/** Nodes × requirements with filters, pages and the panel of one cell. */
export const Matrix = ({ fleet, loading, whatIf }: MatrixProps) => {
  const { t, number } = useReadinessTranslation();
  const [query, update] = useMatrixQuery();
  const { filter, sortBy, orderBy, perPage, cell } = query;
  const chapters = useColumns(fleet);
  const shown = useMemo(
    () => shownChapters(chapters, query.expanded, query.showNotApplicable),
    [chapters, query.expanded, query.showNotApplicable],
  );
  const onlyChanged = query.onlyChanged && fleet.present !== undefined;
  const filtered = useMemo(() => {
    const fitting = filterRows(fleet.rows, filter);
    return onlyChanged ? fitting.filter(isChanged) : fitting;
  }, [fleet, filter, onlyChanged]);
  const rows = useMemo(() => sortRows(filtered, sortBy, orderBy), [filtered, sortBy, orderBy]);
  const page = Math.min(query.page, Math.max(1, Math.ceil(rows.length / perPage)));
  const offset = (page - 1) * perPage;

  const grid = useRef<MatrixGridHandle>(null);
  const [opened, setOpened] = useState(false);
  const open = (address: CellAddress) => {
    setOpened(true);
    update({ cell: address });
  };
  const close = () => {
    if (cell === null) return;
    update({ cell: null });
    grid.current?.focusActiveCell();
  };
  const sort = (key: SortKey) => {
    update({ sortBy: key, orderBy: key === sortBy && orderBy === 'asc' ? 'desc' : 'asc', page: 1 });
  };
  const toggle = (key: ChapterKey) => {
    const { expanded } = query;
    update({ expanded: expanded.includes(key) ? expanded.filter((other) => other !== key) : [...expanded, key] });
  };

  return (
    <Drawer isInline isExpanded={cell !== null}>
      <DrawerContent
        panelContent={
          cell !== null && (
            <CellPanel
              fleet={fleet}
              chapters={chapters}
              cell={cell}
              takesFocus={opened}
              onOpen={open}
              onClose={close}
            />
          )
        }
      >
        <DrawerContentBody>
          <MatrixToolbar
            fleet={fleet}
            chapters={chapters}
            filter={filter}
            onChange={(changed) => {
              update({ filter: changed, page: 1 });
            }}
          >
            {whatIf.present !== undefined && (
              <Button
                variant="secondary"
                onClick={() => {
                  whatIf.setEditing(true);
                }}
              >
                {t('Try another profile')}
              </Button>
            )}{' '}
            <ExportMenu
              rows={rows}
              chapters={chapters}
              isDisabled={loading !== null}
              whatIf={whatIf.isOn ? writeWhatIf(whatIf.values) : undefined}
            />
          </MatrixToolbar>
          <MatrixLines
            fleet={fleet}
            chapters={chapters}
            loading={loading}
            shownNodes={rows.length}
            changedNodes={whatIf.summary?.changed}
            onlyChanged={onlyChanged}
            onOnlyChanged={(changed) => {
              update({ onlyChanged: changed, page: 1 });
            }}
            showsNotApplicable={query.showNotApplicable}
            onShowNotApplicable={(showNotApplicable) => {
              update({ showNotApplicable });
            }}
          />
          {rows.length === 0 ? (
            <EmptyState headingLevel="h2" icon={SearchIcon} titleText={t('No node fits these filters')}>
              <EmptyStateBody>
                <Button
                  variant="link"
                  onClick={() => {
                    update({ filter: emptyFilter, onlyChanged: false, page: 1 });
                  }}
                >
                  {t('Clear all filters')}
                </Button>
              </EmptyStateBody>
            </EmptyState>
          ) : (
            <MatrixGrid
              handle={grid}
              rows={rows.slice(offset, offset + perPage)}
              offset={offset}
              total={rows.length}
              chapters={shown}
              sortBy={sortBy}
              orderBy={orderBy}
              openCell={cell}
              onSort={sort}
              onToggle={toggle}
              onOpen={open}
              onClose={close}
            />
          )}
          {loading === null && rows.length > 0 && (
            <Pagination
              isCompact
              itemCount={rows.length}
              page={page}
              perPage={perPage}
              perPageOptions={pageSizes.map((value) => ({ title: number(value), value }))}
              onSetPage={(_event, next) => {
                update({ page: next });
              }}
              onPerPageSelect={(_event, size) => {
                update({ perPage: size, page: 1 });
              }}
            />
          )}
        </DrawerContentBody>
      </DrawerContent>
    </Drawer>
  );
};
