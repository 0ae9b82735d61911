import { useMemo, useState, type FC } from 'react';
import { Bullseye, MenuToggle, PageSection, Pagination, Spinner } from '@patternfly/react-core';
import { EllipsisVIcon } from '@patternfly/react-icons';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import {
  DocumentTitle,
  ErrorStatus,
  ListPageHeader,
  ResourceLink,
  SuccessStatus,
  useK8sWatchResource,
} from '@openshift-console/dynamic-plugin-sdk';
import { plainList, plainRow, type PlainNode, type PlainPool, type PlainRow } from './plain-rows';

const nodeKind = { version: 'v1', kind: 'Node' };
const poolKind = { group: 'machineconfiguration.openshift.io', version: 'v1', kind: 'MachineConfigPool' };
const rowsPerPage = 50;
const noLabels: readonly string[] = [];
const headings = ['Name', 'Status', 'Roles', 'MachineConfigPool', 'Operating system', 'Kernel'];

/**
 * What ours is measured against: all Nodes whole, by the SDK's own list, joined, filtered, sorted and shown by fifty, as
 * the console's list of Nodes does (openshift/console at release-4.22, `NodesPage` and `ConsoleDataView`). That one
 * reads machines, certificate requests and metrics as well, and has more columns.
 */
export const PlainNodesPage: FC = () => {
  const [nodes, isLoaded] = useK8sWatchResource<PlainNode[]>({ groupVersionKind: nodeKind, isList: true });
  const [pools] = useK8sWatchResource<PlainPool[]>({ groupVersionKind: poolKind, isList: true });
  const list = useMemo(() => plainList(nodes, pools, '', noLabels), [nodes, pools]);
  const [page, setPage] = useState(1);
  return (
    <>
      <DocumentTitle>Plain nodes</DocumentTitle>
      <ListPageHeader title="Plain nodes" />
      <PageSection hasBodyWrapper={false} isFilled>
        {isLoaded ? (
          <>
            <p role="status">{`${String(list.length)} nodes`}</p>
            <Pagination
              itemCount={list.length}
              page={page}
              perPage={rowsPerPage}
              onSetPage={(_event, next) => setPage(next)}
            />
            <PlainTable rows={list.slice((page - 1) * rowsPerPage, page * rowsPerPage).map(plainRow)} />
          </>
        ) : (
          <Bullseye>
            <Spinner aria-label="Loading" />
          </Bullseye>
        )}
      </PageSection>
    </>
  );
};

const PlainTable: FC<{ readonly rows: readonly PlainRow[] }> = ({ rows }) => (
  <Table aria-label="Plain nodes" variant="compact">
    <Thead>
      <Tr>
        {headings.map((heading) => (
          <Th key={heading}>{heading}</Th>
        ))}
        <Th screenReaderText="Actions" />
      </Tr>
    </Thead>
    <Tbody>
      {rows.map(({ name, isReady, cells }) => (
        <Tr key={name}>
          <Td>
            <ResourceLink groupVersionKind={nodeKind} name={name} />
          </Td>
          <Td>{isReady ? <SuccessStatus title="Ready" /> : <ErrorStatus title="Not Ready" />}</Td>
          {cells.map((cell, index) => (
            <Td key={headings[index + 2]}>{cell}</Td>
          ))}
          <Td isActionCell>
            <MenuToggle variant="plain" aria-label={`Actions of ${name}`} icon={<EllipsisVIcon />} />
          </Td>
        </Tr>
      ))}
    </Tbody>
  </Table>
);
