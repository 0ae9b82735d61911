import { useMemo } from 'react';
import { nodeTabAddress } from '../../components/addresses';
import type { K8sResourceCommon } from '../../console/watch-list';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';

/** An action as the console's menus take it. */
export interface NodeAction {
  readonly id: string;
  readonly label: string;
  readonly cta: { readonly href: string };
}

const none: readonly NodeAction[] = [];

/** For `console.action/resource-provider`: actions, whether they are complete, and why they could not be told. */
export function useNodeActions(node: K8sResourceCommon | undefined): [readonly NodeAction[], boolean, undefined] {
  const { t } = useReadinessTranslation();
  const name = node?.metadata?.name;
  const actions = useMemo(
    () =>
      name === undefined
        ? none
        : [
            {
              id: 'calico-readiness-of-node',
              label: t('Show Calico readiness'),
              cta: { href: nodeTabAddress(name) },
            },
          ],
    [name, t],
  );
  return [actions, true, undefined];
}
