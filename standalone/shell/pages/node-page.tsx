import { useMemo, type FC } from 'react';
import { Alert, Bullseye, EmptyState, EmptyStateBody, PageSection, Spinner } from '@patternfly/react-core';
import { useK8sWatchResource } from '@openshift-console/dynamic-plugin-sdk';
import { useParams } from '@profile/router';
import { ErrorBoundary } from '../app/error-boundary';
import { useExtensions } from '../plugins/extensions-context';
import { ReferencedComponent } from '../plugins/referenced-component';
import { PagesInTabs, type HorizontalNavPage } from '../sdk/horizontal-nav';
import { useLabel } from '../translation/use-label';
import type { ResourceTab } from '../plugins/extension';
import { nodeModel, type KubernetesNode } from './kubernetes-node';
import { NodeOverview } from './node-overview';
import { PageHeading } from './page-heading';
import { YamlSection } from './yaml-section';

const builtInTabs: readonly HorizontalNavPage[] = [
  { href: '', name: 'Overview', component: ({ obj }) => <NodeOverview node={obj as KubernetesNode} /> },
  { href: 'yaml', name: 'YAML', component: ({ obj }) => <YamlSection object={obj} /> },
];

const isNodeTab = ({ model }: ResourceTab): boolean => (model.group ?? '') === '' && model.kind === nodeModel.kind;

/** The console's page of a node, with the plugin's tabs behind its own. */
export const NodePage: FC = () => {
  const { name = '', tab = '' } = useParams();
  const [node, loaded, error] = useK8sWatchResource<KubernetesNode>({ groupVersionKind: nodeModel, name });
  const tabs = useExtensions('console.tab/horizontalNav');
  const label = useLabel();
  const pages = useMemo(() => {
    const pluginTabs = tabs
      .filter(({ properties }) => isNodeTab(properties))
      .map(({ properties: { page, component } }): HorizontalNavPage => ({
        href: page.href,
        name: label(page.name),
        component: (properties) => (
          <ErrorBoundary resetKey={page.href}>
            <ReferencedComponent reference={component} properties={properties} />
          </ErrorBoundary>
        ),
      }))
      .sort((a, b) => a.name.localeCompare(b.name));
    return [...builtInTabs, ...pluginTabs];
  }, [tabs, label]);
  const failure = error as { readonly message?: string; readonly code?: number } | undefined;
  if (failure?.code === 404) {
    return (
      <EmptyState titleText="404: Not Found" headingLevel="h1" data-test="not-found-page">
        <EmptyStateBody>{`There is no node ${name}.`}</EmptyStateBody>
      </EmptyState>
    );
  }
  return (
    <>
      <PageHeading kind="Node" name={name} parent={{ name: 'Nodes', path: '/k8s/cluster/nodes' }} />
      {failure?.message === undefined ? null : (
        <PageSection hasBodyWrapper={false}>
          <Alert variant="danger" isInline title="The node could not be read" children={failure.message} />
        </PageSection>
      )}
      {loaded ? (
        <PagesInTabs
          pages={pages}
          resource={node}
          base={`/k8s/cluster/nodes/${encodeURIComponent(name)}`}
          selected={tab}
          titlePrefix={`${name} · Node`}
        />
      ) : failure === undefined || failure.message === undefined ? (
        <Bullseye>
          <Spinner aria-label="Loading" />
        </Bullseye>
      ) : null}
    </>
  );
};
