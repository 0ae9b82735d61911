import { Title } from '@patternfly/react-core';
import { useK8sWatchResource } from '@openshift-console/dynamic-plugin-sdk';

export const OverviewPage = () => {
  const [nodes] = useK8sWatchResource<{ metadata: { name: string } }[]>({ groupVersionKind: { version: 'v1', kind: 'Node' }, isList: true });
  return <Title headingLevel="h1">Calico readiness {nodes.length}</Title>;
};
