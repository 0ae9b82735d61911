import type { FC } from 'react';
import { ResourceLink } from '@openshift-console/dynamic-plugin-sdk';
import { nodeModel, rolesOf, type KubernetesNode } from './kubernetes-node';
import { NodeActions } from './node-actions';
import { NodeStatus } from './node-status';
import { useNodeStatuses } from './use-node-statuses';

/** Nodes with what the console's own list says first. */
export const NodesTable: FC<{ readonly nodes: readonly KubernetesNode[] }> = ({ nodes }) => {
  const statuses = useNodeStatuses();
  return (
    <table className="pf-v6-c-table pf-m-grid-md" aria-label="Nodes">
      <thead className="pf-v6-c-table__thead">
        <tr className="pf-v6-c-table__tr">
          {['Name', 'Status', 'Roles', 'Operating system', 'Kernel'].map((heading) => (
            <th key={heading} className="pf-v6-c-table__th" scope="col">
              {heading}
            </th>
          ))}
          <td className="pf-v6-c-table__td" />
        </tr>
      </thead>
      <tbody className="pf-v6-c-table__tbody">
        {nodes.map((node) => (
          <tr key={node.metadata.name} className="pf-v6-c-table__tr">
            <td className="pf-v6-c-table__td">
              <ResourceLink groupVersionKind={nodeModel} name={node.metadata.name} />
            </td>
            <td className="pf-v6-c-table__td">
              <NodeStatus node={node} extensions={statuses} />
            </td>
            <td className="pf-v6-c-table__td">{rolesOf(node).join(', ') || '-'}</td>
            <td className="pf-v6-c-table__td">{node.status?.nodeInfo?.['osImage'] ?? '-'}</td>
            <td className="pf-v6-c-table__td">{node.status?.nodeInfo?.['kernelVersion'] ?? '-'}</td>
            <td className="pf-v6-c-table__td pf-v6-c-table__action">
              <NodeActions node={node} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
