import { useMemo, useState, type FC } from 'react';
import { Alert, Bullseye, PageSection, Spinner } from '@patternfly/react-core';
import { useK8sWatchResource } from '@openshift-console/dynamic-plugin-sdk';
import { useSearchParams } from '@profile/router';
import { DocumentTitle } from '../sdk/document-title';
import { ListPageHeader } from '../sdk/list-page-header';
import { nodeModel, type KubernetesNode } from './kubernetes-node';
import { NodesTable } from './nodes-table';
import { NodesToolbar } from './nodes-toolbar';

const rowsPerPage = 50;

/** The console's list of nodes, in its essentials. */
export const NodesPage: FC = () => {
  const [nodes, loaded, error] = useK8sWatchResource<KubernetesNode[]>({ groupVersionKind: nodeModel, isList: true });
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
          <NodesByName nodes={nodes} />
        ) : message === '' ? (
          <Bullseye>
            <Spinner aria-label="Loading" />
          </Bullseye>
        ) : null}
      </PageSection>
    </>
  );
};

/** One page of the nodes whose name contains the text that the address gives. */
const NodesByName: FC<{ readonly nodes: readonly KubernetesNode[] }> = ({ nodes }) => {
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
  return (
    <>
      <NodesToolbar
        name={name}
        onName={(next) => {
          setPage(1);
          setParameters(next === '' ? {} : { name: next }, { replace: true });
        }}
        itemCount={matching.length}
        rowsPerPage={rowsPerPage}
        page={page}
        onPage={setPage}
      />
      <NodesTable nodes={matching.slice((page - 1) * rowsPerPage, page * rowsPerPage)} />
    </>
  );
};
