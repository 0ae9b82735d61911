import { useMemo, useState, type FC } from 'react';
import {
  Alert,
  Bullseye,
  PageSection,
  Pagination,
  SearchInput,
  Spinner,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from '@patternfly/react-core';
import { ResourceLink, useK8sWatchResource } from '@openshift-console/dynamic-plugin-sdk';
import { useSearchParams } from '@profile/router';
import { DocumentTitle } from '../sdk/document-title';
import { ListPageHeader } from '../sdk/list-page-header';
import { nodeModel, readinessOf, rolesOf, type KubernetesNode } from './kubernetes-node';

const rowsPerPage = 50;

/** The console's list of nodes, in its essentials. */
export const NodesPage: FC = () => {
  const [nodes, loaded, error] = useK8sWatchResource<KubernetesNode[]>({ groupVersionKind: nodeModel, isList: true });
  const [parameters, setParameters] = useSearchParams();
  const [page, setPage] = useState(1);
  const name = parameters.get('name') ?? '';
  const matching = useMemo(
    () =>
      nodes
        .filter((node) => node.metadata.name.includes(name))
        .sort((a, b) => a.metadata.name.localeCompare(b.metadata.name)),
    [nodes, name],
  );
  const message = (error as { readonly message?: string } | undefined)?.message ?? '';
  return (
    <>
      <DocumentTitle>Nodes</DocumentTitle>
      <ListPageHeader title="Nodes" />
      <PageSection hasBodyWrapper={false} isFilled>
        {message === '' ? null : (
          <Alert variant="danger" isInline title="The nodes could not be read" children={message} />
        )}
        {loaded ? (
          <>
            <Toolbar>
              <ToolbarContent>
                <ToolbarItem>
                  <SearchInput
                    aria-label="Name"
                    placeholder="Filter by name"
                    value={name}
                    onChange={(_event, value) => {
                      setPage(1);
                      setParameters(value === '' ? {} : { name: value }, { replace: true });
                    }}
                  />
                </ToolbarItem>
                <ToolbarItem variant="pagination">
                  <Pagination
                    itemCount={matching.length}
                    perPage={rowsPerPage}
                    page={page}
                    onSetPage={(_event, next) => setPage(next)}
                    isCompact
                    perPageOptions={[]}
                  />
                </ToolbarItem>
              </ToolbarContent>
            </Toolbar>
            <table className="pf-v6-c-table pf-m-grid-md" aria-label="Nodes">
              <thead className="pf-v6-c-table__thead">
                <tr className="pf-v6-c-table__tr">
                  {['Name', 'Status', 'Roles', 'Operating system', 'Kernel'].map((heading) => (
                    <th key={heading} className="pf-v6-c-table__th" scope="col">
                      {heading}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody className="pf-v6-c-table__tbody">
                {matching.slice((page - 1) * rowsPerPage, page * rowsPerPage).map((node) => (
                  <tr key={node.metadata.name} className="pf-v6-c-table__tr">
                    <td className="pf-v6-c-table__td">
                      <ResourceLink groupVersionKind={nodeModel} name={node.metadata.name} />
                    </td>
                    <td className="pf-v6-c-table__td">{readinessOf(node)}</td>
                    <td className="pf-v6-c-table__td">{rolesOf(node).join(', ') || '-'}</td>
                    <td className="pf-v6-c-table__td">{node.status?.nodeInfo?.['osImage'] ?? '-'}</td>
                    <td className="pf-v6-c-table__td">{node.status?.nodeInfo?.['kernelVersion'] ?? '-'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        ) : message === '' ? (
          <Bullseye>
            <Spinner aria-label="Loading" />
          </Bullseye>
        ) : null}
      </PageSection>
    </>
  );
};
