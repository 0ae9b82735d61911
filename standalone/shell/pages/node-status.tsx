import type { ComponentType, FC } from 'react';
import { Button, Popover, Stack, StackItem } from '@patternfly/react-core';
import { ErrorBoundary } from '../app/error-boundary';
import { readinessOf, type KubernetesNode } from './kubernetes-node';

/** An extension of the status of nodes, with its code loaded and its title translated. */
export interface LoadedNodeStatus {
  readonly uid: string;
  readonly title: string;
  readonly isActive: (node: KubernetesNode) => boolean;
  readonly PopoverContent: ComponentType<{ readonly node: KubernetesNode }>;
}

interface NodeStatusProps {
  readonly node: KubernetesNode;
  readonly extensions: readonly LoadedNodeStatus[];
}

/** The kubelet's status, which opens what active extensions have to say; their titles stand small below it. */
export const NodeStatus: FC<NodeStatusProps> = ({ node, extensions }) => {
  const active = extensions.filter(({ isActive }) => isActive(node));
  const status = readinessOf(node);
  if (active.length === 0) return <>{status}</>;
  return (
    <>
      <Popover
        aria-label="Node status"
        headerContent="Node status"
        bodyContent={
          <Stack>
            {active.map(({ uid, PopoverContent }) => (
              <ErrorBoundary key={uid} resetKey={node.metadata.name}>
                <StackItem>
                  <PopoverContent node={node} />
                </StackItem>
              </ErrorBoundary>
            ))}
          </Stack>
        }
      >
        <Button variant="link" isInline>
          {status}
        </Button>
      </Popover>
      <div>
        <small>{active.map(({ title }) => title).join(', ')}</small>
      </div>
    </>
  );
};
