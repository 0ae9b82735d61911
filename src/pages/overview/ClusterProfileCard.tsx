import { Card, CardBody, CardTitle } from '@patternfly/react-core';
import type { FleetProfile } from '../../fleet/fleet-profile';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { shownFields, sourceText } from './profile-values';

/** What the nodes were judged against, and who said so. */
export const ClusterProfileCard = ({ profile }: { profile: FleetProfile | undefined }) => {
  const translation = useReadinessTranslation();
  const { t, number } = translation;
  return (
    <Card isCompact component="section" aria-label={t('Cluster profile')}>
      <CardTitle component="h2">{t('Cluster profile')}</CardTitle>
      <CardBody>
        {profile === undefined ? (
          t('No current report says what it was judged against.')
        ) : (
          <dl className="calico-readiness__profile">
            {shownFields(translation, profile.profile).map(({ name, title, value }) => (
              <div key={name} className={name === 'ports' ? 'calico-readiness__profile-wide' : undefined}>
                <dt>{title}</dt>
                <dd>{value}</dd>
                <dd className="calico-readiness__quiet">{sourceText(t, profile.profile[name])}</dd>
                {profile.deviating[name] > 0 && (
                  <dd className="calico-readiness__quiet">
                    {t('{{number}} nodes were judged otherwise', { count: profile.deviating[name], number: number(profile.deviating[name]) })}
                  </dd>
                )}
              </div>
            ))}
          </dl>
        )}
      </CardBody>
    </Card>
  );
};
