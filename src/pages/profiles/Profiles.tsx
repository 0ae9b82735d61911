import { useMemo } from 'react';
import { LabelledAlert } from '../../components/labelled/LabelledAlert';
import { matrixAddress } from '../../components/addresses';
import { Link } from '../../console/router';
import type { Fleet } from '../../fleet/build-fleet';
import { fleetProfile } from '../../fleet/fleet-profile';
import { releaseCandidates } from '../../fleet/profiles/profile-candidates';
import type { ReleaseCandidates } from '../../fleet/profiles/profile-candidates';
import { useProfileFits } from '../../hooks/useProfileFits';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { ReadingState } from './ReadingState';
import { ReleaseCard } from './ReleaseCard';
import '../../components/overview.css';

interface ProfilesProps {
  /** With whole reports. */
  readonly fleet: Fleet;
  readonly stop: () => void;
}

const none: readonly ReleaseCandidates[] = [];

/** The usual profiles, by Calico release, best first. */
export const Profiles = ({ fleet, stop }: ProfilesProps) => {
  const { t, number } = useReadinessTranslation();
  const present = useMemo(() => fleetProfile(fleet)?.profile, [fleet]);
  // Rows that arrive anew bring a profile anew that says the same.
  const profileText = JSON.stringify(present);
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const releases = useMemo(() => (present === undefined ? none : releaseCandidates(present)), [profileText]);
  const values = useMemo(() => releases.flatMap(({ candidates }) => candidates.map((each) => each.values)), [releases]);
  const { fits, done } = useProfileFits(present === undefined ? undefined : fleet, values);
  const total = fleet.rows.length;
  if (present === undefined)
    return <LabelledAlert isInline variant="info" component="h2" title={t('No current report names its profile.')} />;
  if (fits === undefined)
    return <ReadingState state={{ activity: 'judging', progress: { loaded: done, total } }} stop={stop} />;
  const unjudged = fleet.verdicts.Stale + fleet.verdicts.NoReport;
  let from = 0;
  return (
    <div className="calico-readiness__overview">
      <p>
        {t('Each profile is evaluated in your browser from the reported facts. Nothing in the cluster changes.')}{' '}
        {unjudged > 0 &&
          t('{{number}} nodes without a current report are not evaluated.', {
            count: unjudged,
            number: number(unjudged),
          })}{' '}
        {fleet.verdicts.Stale > 0 && (
          <Link to={matrixAddress({ verdict: 'Stale' })}>
            {t('Show {{number}} stale nodes', { count: fleet.verdicts.Stale, number: number(fleet.verdicts.Stale) })}
          </Link>
        )}
      </p>
      {releases.map((release) => {
        const ofRelease = fits.slice(from, (from += release.candidates.length));
        return <ReleaseCard key={release.calicoVersion} release={release} fits={ofRelease} nodes={total} />;
      })}
    </div>
  );
};
