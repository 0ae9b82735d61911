import type { Ref } from 'react';
import type { Loading } from '../../components/states/FleetGate';
import type { Fleet } from '../../fleet/build-fleet';
import { emptyFilter } from '../../fleet/matrix-filter';
import type { WhatIf } from '../../hooks/useWhatIf';
import { MatrixActions } from './MatrixActions';
import { GroupsToCome } from './groups/GroupsToCome';
import { MatrixGrid } from './grid/MatrixGrid';
import type { MatrixGridHandle } from './grid/MatrixGrid';
import { MatrixLines } from './MatrixLines';
import { MatrixPagination } from './MatrixPagination';
import { MatrixToolbar } from './filters/MatrixToolbar';
import type { CellAddress } from './matrix-query';
import { NoNodeFits } from './NoNodeFits';
import { PrintedMatrix } from './print/PrintedMatrix';
import type { MatrixView } from './useMatrixView';

interface MatrixProps {
  readonly fleet: Fleet;
  readonly loading: Loading;
  readonly whatIf: WhatIf;
  readonly view: MatrixView;
  readonly grid: Ref<MatrixGridHandle>;
  readonly onOpen: (cell: CellAddress) => void;
  readonly onClose: () => void;
}

/** Nodes × requirements with filters and pages. */
export const Matrix = ({ fleet, loading, whatIf, view, grid, onOpen, onClose }: MatrixProps) => {
  const { query, update, chapters, rows } = view;
  return (
    <>
      <MatrixToolbar
        fleet={fleet}
        chapters={chapters}
        filter={query.filter}
        onChange={(filter) => {
          update({ filter, page: 1 });
        }}
      >
        <MatrixActions view={view} isLoading={loading !== null} whatIf={whatIf} />
      </MatrixToolbar>
      <MatrixLines fleet={fleet} view={view} loading={loading} changedNodes={whatIf.summary?.changed} />
      {rows.length === 0 ? (
        <NoNodeFits
          onClear={() => {
            update({ filter: emptyFilter, onlyChanged: false, page: 1 });
          }}
        />
      ) : loading !== null && view.groups !== null ? (
        <GroupsToCome />
      ) : (
        <>
          <MatrixGrid handle={grid} view={view} onOpen={onOpen} onClose={onClose} />
          <PrintedMatrix view={view} />
        </>
      )}
      {loading === null && rows.length > 0 && <MatrixPagination view={view} />}
    </>
  );
};
