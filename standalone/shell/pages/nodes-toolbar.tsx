import type { FC } from 'react';
import { Pagination, SearchInput, Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';

interface NodesToolbarProps {
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly itemCount: number;
  readonly rowsPerPage: number;
  /** From 1. */
  readonly page: number;
  readonly onPage: (page: number) => void;
}

/** Search by name, and the pages of what is found. */
export const NodesToolbar: FC<NodesToolbarProps> = ({ name, onName, itemCount, rowsPerPage, page, onPage }) => (
  <Toolbar>
    <ToolbarContent>
      <ToolbarItem>
        <SearchInput
          aria-label="Name"
          placeholder="Filter by name"
          value={name}
          onChange={(_event, value) => onName(value)}
        />
      </ToolbarItem>
      <ToolbarItem variant="pagination">
        <Pagination
          itemCount={itemCount}
          perPage={rowsPerPage}
          page={page}
          onSetPage={(_event, next) => onPage(next)}
          isCompact
          perPageOptions={[]}
        />
      </ToolbarItem>
    </ToolbarContent>
  </Toolbar>
);
