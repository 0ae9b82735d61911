import { useRef, useState } from 'react';
import { Drawer, DrawerContent, DrawerContentBody } from '@patternfly/react-core';
import type { Loading } from '../../components/states/FleetGate';
import type { Fleet } from '../../fleet/build-fleet';
import { emptyFilter } from '../../fleet/matrix-filter';
import type { WhatIf } from '../../hooks/useWhatIf';
import { CellPanel } from './panel/CellPanel';
import { MatrixActions } from './MatrixActions';
import { MatrixGrid } from './grid/MatrixGrid';
import type { MatrixGridHandle } from './grid/MatrixGrid';
import { MatrixLines } from './MatrixLines';
import { MatrixPagination } from './MatrixPagination';
import { MatrixToolbar } from './filters/MatrixToolbar';
import type { CellAddress } from './matrix-query';
import { NoNodeFits } from './NoNodeFits';
import { useMatrixView } from './useMatrixView';

interface MatrixProps {
  readonly fleet: Fleet;
  readonly loading: Loading;
  readonly whatIf: WhatIf;
}

/** Nodes × requirements with filters, pages and the panel of one cell. */
export const Matrix = ({ fleet, loading, whatIf }: MatrixProps) => {
  const view = useMatrixView(fleet);
  const { query, update, chapters, rows } = view;
  const { cell } = query;
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
  const panel = cell !== null && (
    <CellPanel fleet={fleet} chapters={chapters} cell={cell} takesFocus={opened} onOpen={open} onClose={close} />
  );
  return (
    <Drawer isInline isExpanded={cell !== null}>
      <DrawerContent panelContent={panel}>
        <DrawerContentBody>
          <MatrixToolbar
            fleet={fleet}
            chapters={chapters}
            filter={query.filter}
            onChange={(filter) => {
              update({ filter, page: 1 });
            }}
          >
            <MatrixActions rows={rows} chapters={chapters} isLoading={loading !== null} whatIf={whatIf} />
          </MatrixToolbar>
          <MatrixLines fleet={fleet} view={view} loading={loading} changedNodes={whatIf.summary?.changed} />
          {rows.length === 0 ? (
            <NoNodeFits
              onClear={() => {
                update({ filter: emptyFilter, onlyChanged: false, page: 1 });
              }}
            />
          ) : (
            <MatrixGrid handle={grid} view={view} onOpen={open} onClose={close} />
          )}
          {loading === null && rows.length > 0 && <MatrixPagination view={view} />}
        </DrawerContentBody>
      </DrawerContent>
    </Drawer>
  );
};
