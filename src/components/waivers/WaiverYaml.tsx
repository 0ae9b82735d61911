import type { Waiver } from '@calico-readiness/requirements';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { CodeListing } from '../listing/CodeListing';
import { waiverYaml } from './waiver-yaml';

/** A waiver to hand on to who may write it. */
export const WaiverYaml = ({ waiver }: { waiver: Waiver }) => {
  const { t } = useReadinessTranslation();
  return <CodeListing id="waiver" label={t('YAML of the waiver')} text={waiverYaml(waiver)} />;
};
