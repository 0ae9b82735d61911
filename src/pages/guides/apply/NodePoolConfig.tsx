import { useEffect, useState } from 'react';
import type { MachineConfigObject } from '@calico-readiness/requirements';
import { LabelledSpinner } from '../../../components/labelled/LabelledSpinner';
import { LabelledAlert } from '../../../components/labelled/LabelledAlert';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { CodeListing } from '../../../components/listing/CodeListing';

/** A hosted cluster has no MachineConfigs: its NodePools, on the management cluster, take them in ConfigMaps. */
export const NodePoolConfig = ({ wanted }: { wanted: MachineConfigObject }) => {
  const { t } = useReadinessTranslation();
  const [text, setText] = useState<string>();
  useEffect(() => {
    let stopped = false;
    void import('./node-pool-yaml').then(({ nodePoolYaml }) => {
      if (!stopped) setText(nodePoolYaml(wanted));
    });
    return () => {
      stopped = true;
    };
  }, [wanted]);
  const { name } = wanted.metadata;
  return (
    <>
      <LabelledAlert
        variant="info"
        isInline
        component="h3"
        title={t('The control plane is hosted, so this cluster takes no MachineConfig')}
      >
        {t(
          'Create this ConfigMap on the management cluster, in the namespace of the NodePool, and add its name to spec.config of the NodePool. The NodePool then replaces or updates its nodes.',
        )}
      </LabelledAlert>
      {text === undefined ? (
        <LabelledSpinner label={t('Writing the MachineConfig')} />
      ) : (
        <CodeListing id="node-pool" label={t('ConfigMap {{name}}', { name })} text={text} fileName={`${name}.yaml`} />
      )}
    </>
  );
};
