import { Grid, GridItem, List, ListComponent, ListItem, OrderType } from '@patternfly/react-core';
import { applyCommand } from '@calico-readiness/requirements';
import type { GuideId, MachineConfigObject } from '@calico-readiness/requirements';
import { LabelledSpinner } from '../../../components/labelled/LabelledSpinner';
import { LabelledAlert } from '../../../components/labelled/LabelledAlert';
import { HostText } from '../../../components/HostText';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { CodeListing } from '../../../components/listing/CodeListing';
import type { Remark } from './machine-config-yaml';
import { useAnnotatedYaml } from './useAnnotatedYaml';

interface MachineConfigReviewProps {
  readonly guide: GuideId;
  readonly role: string;
  /** Must keep its identity. */
  readonly object: MachineConfigObject;
  /** Whether the file can be applied to this cluster. */
  readonly hasCommand: boolean;
}

/** The generated MachineConfig, to read, copy and download, with remarks on what its lines do. */
export const MachineConfigReview = ({ guide, role, object, hasCommand }: MachineConfigReviewProps) => {
  const { t } = useReadinessTranslation();
  const state = useAnnotatedYaml(object);
  if (state.status === 'loading') return <LabelledSpinner label={t('Writing the MachineConfig')} />;
  if (state.status === 'failed') {
    return (
      <LabelledAlert
        variant="danger"
        isInline
        component="h3"
        title={t('A part of the plugin could not be loaded. Reload the page.')}
      />
    );
  }
  const { name } = object.metadata;
  return (
    <>
      <Grid hasGutter>
        <GridItem lg={8}>
          <CodeListing
            id="machine-config"
            label={t('MachineConfig {{name}}', { name })}
            text={state.yaml.text}
            fileName={`${name}.yaml`}
          />
        </GridItem>
        <GridItem lg={4}>
          <List component={ListComponent.ol} type={OrderType.number} aria-label={t('Remarks on the numbered lines')}>
            {state.yaml.remarks.map((remark, index) => (
              <ListItem key={index}>
                <RemarkText remark={remark} />
              </ListItem>
            ))}
          </List>
        </GridItem>
      </Grid>
      {hasCommand && (
        <>
          <p>{t('Download the file, read it, and apply it:')}</p>
          <CodeListing id="apply" label={t('Command to apply the MachineConfig')} text={applyCommand(role, guide)} />
        </>
      )}
    </>
  );
};

const RemarkText = ({ remark }: { remark: Remark }) => {
  const { t } = useReadinessTranslation();
  switch (remark.kind) {
    case 'role':
      return (
        <>{t('Every pool that selects the role {{role}} gets it, custom pools included.', { role: remark.role })}</>
      );
    case 'file':
      return <>{t('A file with this path is replaced.')}</>;
    case 'content':
      return remark.content === '' ? (
        <>{t('The file is empty.')}</>
      ) : (
        <>
          {t('Decoded:')}
          {remark.content
            .trimEnd()
            .split('\n')
            .map((line) => (
              <div key={line}>
                <HostText>{line}</HostText>
              </div>
            ))}
        </>
      );
    case 'unit':
      return <>{t('The unit is masked: nothing can start it any more.')}</>;
    default:
      return remark satisfies never;
  }
};
