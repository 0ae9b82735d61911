import {
  Card,
  CardBody,
  CardTitle,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from '@patternfly/react-core';
import type { ClusterProfile } from '@calico-readiness/requirements';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { shownFields, sourceText } from '../../components/profile-values';

/** What the node was judged against, and who said so. */
export const NodeProfileCard = ({ profile }: { profile: ClusterProfile | undefined }) => {
  const translation = useReadinessTranslation();
  const { t } = translation;
  return (
    <Card isCompact isFullHeight component="section" aria-label={t('Evaluated profile')}>
      <CardTitle component="h2">{t('Evaluated profile')}</CardTitle>
      <CardBody>
        {profile === undefined ? (
          t('The report does not name its profile.')
        ) : (
          <DescriptionList isHorizontal isCompact columnModifier={{ xl: '2Col' }}>
            {shownFields(translation, profile).map(({ name, title, value }) => (
              <DescriptionListGroup key={name}>
                <DescriptionListTerm>{title}</DescriptionListTerm>
                <DescriptionListDescription>
                  {value} <span className="calico-readiness__quiet">{sourceText(t, profile[name])}</span>
                </DescriptionListDescription>
              </DescriptionListGroup>
            ))}
          </DescriptionList>
        )}
      </CardBody>
    </Card>
  );
};
