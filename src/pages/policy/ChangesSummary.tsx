import { FormSection, List, ListItem } from '@patternfly/react-core';
import type { ClusterProfile, ReadinessPolicySpec } from '@calico-readiness/requirements';
import { matrixAddress, withWhatIf } from '../../components/addresses';
import { useHref } from '../../console/router';
import { writeWhatIf } from '../../fleet/what-if/what-if-address';
import { differences } from '../../fleet/what-if/what-if-profile';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { asRecord } from '../../k8s/untyped';
import { specOf } from './draft/policy-draft';
import type { PolicyDraft } from './draft/policy-draft';
import { sameJson } from './draft/same-json';
import { DifferingNodes } from './DifferingNodes';
import { policyChanges } from './policy-changes';

interface ChangesSummaryProps {
  readonly draft: PolicyDraft;
  /** The specification that the person began with. */
  readonly spec: unknown;
  readonly profile: ClusterProfile | undefined;
  /** What the draft says is not usable: there is no what-if of it. */
  readonly isFaulty: boolean;
}

/** What saving changes, and where to see what the nodes would come to. */
export const ChangesSummary = ({ draft, spec, profile, isFaulty }: ChangesSummaryProps) => {
  const translation = useReadinessTranslation();
  const { t } = translation;
  const changes = policyChanges(translation, draft, spec);
  const declared = asRecord(specOf(draft)['profile']) as NonNullable<ReadinessPolicySpec['profile']>;
  const whatIf = profile === undefined || isFaulty ? '' : writeWhatIf(differences(profile, declared));
  const matrix = useHref(withWhatIf(matrixAddress(), whatIf === '' ? null : whatIf));
  if (changes.length === 0) return null;
  const isOtherProfile = !isFaulty && !sameJson(declared, asRecord(asRecord(spec)['profile']));
  return (
    <FormSection title={t('What changes')} titleElement="h3">
      <List>
        {changes.map((change, index) => (
          <ListItem key={index}>{change}</ListItem>
        ))}
      </List>
      {isOtherProfile && <DifferingNodes declared={declared} />}
      {whatIf !== '' && (
        <p>
          <a href={matrix} target="_blank" rel="noreferrer">
            {t('Show what would change on the nodes (new tab)')}
          </a>
        </p>
      )}
    </FormSection>
  );
};
