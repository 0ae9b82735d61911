import { useMemo } from 'react';
import { useExtensions } from '../plugins/extensions-context';
import { useLoaded } from '../plugins/use-loaded';
import { useLabel } from '../translation/use-label';
import type { LoadedNodeStatus } from './node-status';

const none: readonly LoadedNodeStatus[] = [];

/** What plugins say of nodes beside the kubelet; nothing until all of it is loaded. */
export const useNodeStatuses = (): readonly LoadedNodeStatus[] => {
  const extensions = useExtensions('console.node/status');
  const label = useLabel();
  const references = useMemo(
    () => extensions.flatMap(({ properties }) => [properties.isActive, properties.PopoverContent]),
    [extensions],
  );
  const loaded = useLoaded(references);
  return useMemo(() => {
    if (loaded?.length !== references.length) return none;
    return extensions.map(({ uid, properties }, index) => ({
      uid,
      title: label(properties.title),
      isActive: loaded[2 * index] as LoadedNodeStatus['isActive'],
      PopoverContent: loaded[2 * index + 1] as LoadedNodeStatus['PopoverContent'],
    }));
  }, [extensions, references, loaded, label]);
};
