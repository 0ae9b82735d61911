import { Card, CardBody, CardTitle, Label } from '@patternfly/react-core';
import { Table, Tbody, Th, Thead, Tr } from '@patternfly/react-table';
import { verdictWord } from '../../components/verdicts/verdict-words';
import { compareFits } from '../../fleet/profiles/profile-fit';
import type { ProfileFit } from '../../fleet/profiles/profile-fit';
import type { ReleaseCandidates } from '../../fleet/profiles/profile-candidates';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { ProfileRow } from './ProfileRow';
import { shownVerdicts } from './shown-verdicts';
import type { ShownVerdict } from './shown-verdicts';

interface ReleaseCardProps {
  readonly release: ReleaseCandidates;
  /** One for each candidate. */
  readonly fits: readonly ProfileFit[];
  /** The size of the Node list. */
  readonly nodes: number;
}

/** The usual profiles in one Calico release. */
export const ReleaseCard = ({ release, fits, nodes }: ReleaseCardProps) => {
  const { t, message, language } = useReadinessTranslation();
  const { calicoVersion, isCurrent, isNewest, candidates, absent } = release;
  const title = t('Calico {{version}}', { version: calicoVersion });
  const rows = candidates
    .flatMap((candidate, index) => {
      const fit = fits[index];
      return fit === undefined ? [] : [{ candidate, fit }];
    })
    .sort((one, other) => compareFits(one.fit, other.fit));
  const verdicts = shownVerdicts(fits);
  return (
    <Card isCompact component="section" aria-label={title}>
      <CardTitle component="h2">
        <span className="calico-readiness__card-head">
          {title}
          {isCurrent && (
            <Label isCompact variant="outline">
              {t('Current')}
            </Label>
          )}
          {isNewest && (
            <Label isCompact variant="outline">
              {t('Newest known release')}
            </Label>
          )}
        </span>
      </CardTitle>
      <CardBody className="calico-readiness__scroll">
        <Table variant="compact" aria-label={title} gridBreakPoint="">
          <ReleaseHead verdicts={verdicts} />
          <Tbody>
            {rows.map(({ candidate, fit }) => (
              <ProfileRow
                key={candidate.profile.id}
                candidate={candidate}
                fit={fit}
                nodes={nodes}
                verdicts={verdicts}
              />
            ))}
          </Tbody>
        </Table>
        {absent.length > 0 && (
          <p className="calico-readiness__quiet">
            {t('Not in Calico {{version}}: {{profiles}}.', {
              version: calicoVersion,
              profiles: new Intl.ListFormat(language).format(absent.map((profile) => message(profile.title))),
            })}
          </p>
        )}
      </CardBody>
    </Card>
  );
};

/** What each column says of a profile. */
const ReleaseHead = ({ verdicts }: { verdicts: readonly ShownVerdict[] }) => {
  const { t } = useReadinessTranslation();
  return (
    <Thead>
      <Tr>
        <Th width={25} modifier="nowrap">
          {t('Profile')}
        </Th>
        {verdicts.map((verdict) => (
          <Th key={verdict} modifier="nowrap" className="calico-readiness__numeric-head">
            {verdictWord(t, verdict)}
          </Th>
        ))}
        <Th width={50} modifier="wrap">
          {t('What keeps nodes from being ready')}
        </Th>
        <Th screenReaderText={t('What-if')} />
      </Tr>
    </Thead>
  );
};
