import { Button, Card, CardBody, CardTitle } from '@patternfly/react-core';
import type { FleetProfile } from '../../fleet/fleet-profile';
import { policyPath } from '../../components/addresses';
import { useMayWaive } from '../../components/waivers/useMayWaive';
import { Link } from '../../console/router';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { shownFields, sourceText } from '../../components/profile-values';

interface ClusterProfileCardProps {
  readonly profile: FleetProfile | undefined;
  /** In a what-if: the profile as it is currently. */
  readonly present: FleetProfile | undefined;
  /** Absent while there is nothing that could be evaluated under another profile. */
  readonly onEdit: (() => void) | undefined;
}

/** What the nodes were judged against, and who said so. */
export const ClusterProfileCard = ({ profile, present, onEdit }: ClusterProfileCardProps) => {
  const translation = useReadinessTranslation();
  const { t, number } = translation;
  // A controller makes the policy where there is none, so changing it is the right that counts.
  const mayEdit = useMayWaive(present === undefined ? 'patch' : null) === true;
  const now =
    present === undefined
      ? undefined
      : new Map(shownFields(translation, present.profile).map(({ name, value }) => [name, value]));
  return (
    <Card isCompact component="section" aria-label={t('Cluster profile')}>
      <CardTitle component="h2">
        <span className="calico-readiness__card-head">
          {present === undefined ? t('Cluster profile') : t('Cluster profile: what-if')}
          <span className="calico-readiness__card-actions calico-readiness__push-end">
            {mayEdit && (
              <span className="calico-readiness__quiet">
                <Link to={policyPath}>{t('Edit policy')}</Link>
              </span>
            )}
            {profile !== undefined && onEdit !== undefined && (
              <Button variant="secondary" size="sm" onClick={onEdit}>
                {t('Try another profile')}
              </Button>
            )}
          </span>
        </span>
      </CardTitle>
      <CardBody>
        {profile === undefined ? (
          t('No current report names its profile.')
        ) : (
          <dl className="calico-readiness__profile">
            {shownFields(translation, profile.profile).map(({ name, title, value }) => (
              <div key={name} className={name === 'ports' ? 'calico-readiness__profile-wide' : undefined}>
                <dt>{title}</dt>
                <dd>{value}</dd>
                <dd className="calico-readiness__quiet">
                  {now === undefined || now.get(name) === value
                    ? sourceText(t, profile.profile[name])
                    : t('What-if; current: {{value}}', { value: now.get(name) ?? '' })}
                </dd>
                {profile.deviating[name] > 0 && (
                  <dd className="calico-readiness__quiet">
                    {t('Profile differs on {{number}} nodes', {
                      count: profile.deviating[name],
                      number: number(profile.deviating[name]),
                    })}
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
