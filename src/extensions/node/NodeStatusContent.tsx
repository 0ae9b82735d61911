import { HostText } from '../../components/HostText';
import { nodeTabAddress } from '../../components/addresses';
import { Link } from '../../console/router';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { readinessCondition } from './node-readiness';
import type { ListedNode } from './node-readiness';

/** What the console shows in the popover of a node's status. */
export const NodeStatusContent = ({ node }: { readonly node: ListedNode }) => {
  const { t } = useReadinessTranslation();
  const condition = readinessCondition(node);
  if (condition === undefined) return null;
  return (
    <>
      <strong>{t('Calico readiness')}</strong>
      <p>
        {condition.message === '' ? (
          condition.status === 'False' ? (
            t('This node does not meet a requirement of Calico.')
          ) : (
            t('Cannot determine whether this node meets the requirements of Calico.')
          )
        ) : (
          <HostText>{condition.message}</HostText>
        )}
      </p>
      <Link to={nodeTabAddress(node.metadata?.name ?? '')}>{t('Show Calico readiness')}</Link>
    </>
  );
};
