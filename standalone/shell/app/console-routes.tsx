import type { FC } from 'react';
import { Bullseye, EmptyState, EmptyStateBody, Spinner } from '@patternfly/react-core';
import { useSelector } from 'react-redux';
import { Navigate, Route, Routes, useLocation, useParams } from '@profile/router';
import { hostDescription } from '../host-description';
import type { ShellState } from '../k8s/store';
import { NodePage } from '../pages/node-page';
import { NodesPage } from '../pages/nodes-page';
import { ObjectPage } from '../pages/object-page';
import { OverviewPage } from '../pages/overview-page';
import { useExtensions } from '../plugins/extensions-context';
import { ReferencedComponent } from '../plugins/referenced-component';
import { DocumentTitle } from '../sdk/document-title';
import { ErrorBoundary } from './error-boundary';

const NotFoundPage: FC = () => (
  <>
    <DocumentTitle>Page Not Found (404)</DocumentTitle>
    <EmptyState titleText="404: Page Not Found" headingLevel="h1" data-test="not-found-page">
      <EmptyStateBody>There is no such page here.</EmptyStateBody>
    </EmptyState>
  </>
);

/** What a plugin shows to who creates an object of a kind; it gets the namespace, which cluster-scoped kinds have none of. */
const CreatePage: FC = () => {
  const { reference = '' } = useParams();
  const page = useExtensions('console.resource/create').find(
    ({ properties: { model } }) => `${model.group ?? 'core'}~${model.version ?? ''}~${model.kind}` === reference,
  );
  return page === undefined ? <NotFoundPage /> : <ReferencedComponent reference={page.properties.component} />;
};

const toList = (path: string | readonly string[]): readonly string[] => (typeof path === 'string' ? [path] : path);

/** Without `exact` the console lets a route take everything below it. */
const patternOf = (path: string, exact: boolean): string => (exact ? path : `${path.replace(/\/+$/, '')}/*`);

/** The pages of this host and of the plugin. */
export const ConsoleRoutes: FC = () => {
  const routes = useExtensions('console.page/route');
  const items = useExtensions('console.navigation/href');
  const { pathname } = useLocation();
  // Until discovery has answered, a flag that gates a route is not known, and "not found" would be a guess.
  const discovered = useSelector((state: ShellState) => state.k8s.getIn(['RESOURCES', 'loaded']) === true);
  const landing = items[0]?.properties.href ?? '/k8s/cluster/nodes';
  if (!discovered) {
    return (
      <Bullseye>
        <Spinner aria-label="Loading" />
      </Bullseye>
    );
  }
  return (
    <ErrorBoundary resetKey={pathname}>
      <Routes>
        <Route path="/" element={<Navigate to={landing} replace />} />
        {hostDescription().isSample ? <Route path="/dashboards" element={<OverviewPage />} /> : null}
        <Route path="/k8s/cluster/nodes" element={<NodesPage />} />
        <Route path="/k8s/cluster/nodes/:name/:tab?" element={<NodePage />} />
        <Route path="/k8s/cluster/:reference/~new" element={<CreatePage />} />
        <Route path="/k8s/cluster/:reference/:name" element={<ObjectPage />} />
        {routes.flatMap(({ uid, properties }) =>
          toList(properties.path).map((path) => (
            <Route
              key={`${uid} ${path}`}
              path={patternOf(path, properties.exact === true)}
              element={<ReferencedComponent reference={properties.component} />}
            />
          )),
        )}
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </ErrorBoundary>
  );
};
