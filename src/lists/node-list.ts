import { listUrl, nodeKind } from '../k8s/models';
import type { NodeObject } from '../k8s/models';
import { asRecord, asText } from '../k8s/untyped';
import type { ListedObject } from '../k8s/list-answer';
import type { ListKind } from './list-kind';

/** Nodes with what the pages read of them: name, uid, labels, and the operating system's name. */
export const nodeList: ListKind<NodeObject> = {
  plural: nodeKind.plural,
  url: listUrl(nodeKind),
  includeObject: 'Metadata',
  keep: ({ objects, known }) =>
    Promise.resolve(new Map(objects.map((object) => [object.name, keepNode(object, known(object.name) ?? undefined)]))),
};

function keepNode({ name, metadata, cell, whole }: ListedObject, former: NodeObject | undefined): NodeObject {
  const labels = Object.fromEntries(
    Object.entries(asRecord(metadata['labels'])).flatMap(([label, value]) =>
      typeof value === 'string' ? [[label, value]] : [],
    ),
  );
  const info = asRecord(asRecord(asRecord(whole)['status'])['nodeInfo']);
  const osImage = asText(whole === undefined ? cell('OS-Image') : info['osImage']);
  const uid = asText(metadata['uid']);
  const node: NodeObject = {
    metadata: { name, labels, ...(uid !== undefined && { uid }) },
    // What the kubelet has not said yet is `<unknown>` in a table.
    status: { nodeInfo: osImage === undefined || osImage === '<unknown>' ? {} : { osImage } },
  };
  // A kubelet writes its Node every few minutes; what the pages show of it hardly ever changes.
  return former !== undefined && JSON.stringify(former) === JSON.stringify(node) ? former : node;
}
