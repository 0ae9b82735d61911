import type { FC } from 'react';
import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  PageSection,
} from '@patternfly/react-core';
import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import { readinessOf, rolesOf, type KubernetesNode } from './kubernetes-node';

/** What the console's overview of a node says, in its essentials. */
export const NodeOverview: FC<{ readonly node: KubernetesNode }> = ({ node }) => {
  const { nodeInfo = {}, addresses = [] } = node.status ?? {};
  const rows: readonly (readonly [string, string])[] = [
    ['Node name', node.metadata.name],
    ['Status', readinessOf(node)],
    ['Roles', rolesOf(node).join(', ')],
    ['Addresses', addresses.map(({ type, address }) => `${type}: ${address}`).join(', ')],
    ['Operating system', nodeInfo['osImage'] ?? ''],
    ['Kernel', nodeInfo['kernelVersion'] ?? ''],
    ['Architecture', nodeInfo['architecture'] ?? ''],
  ];
  return (
    <PageSection hasBodyWrapper={false} isFilled>
      <DescriptionList isHorizontal>
        {rows.map(([term, description]) => (
          <DescriptionListGroup key={term}>
            <DescriptionListTerm>{term}</DescriptionListTerm>
            <DescriptionListDescription>{description === '' ? '-' : description}</DescriptionListDescription>
          </DescriptionListGroup>
        ))}
        <DescriptionListGroup>
          <DescriptionListTerm>Created</DescriptionListTerm>
          <DescriptionListDescription>
            <Timestamp timestamp={node.metadata.creationTimestamp ?? ''} />
          </DescriptionListDescription>
        </DescriptionListGroup>
      </DescriptionList>
    </PageSection>
  );
};
