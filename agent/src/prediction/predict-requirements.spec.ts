import { catalogueFor } from '@calico-readiness/requirements';
import { fixtureHosts } from '../../test/fixture-hosts';
import { fixtureProfiles } from '../../test/fixture-profiles';
import { observeHost } from '../observation/observe-host';
import { changesFor, stepsOf } from './guide-predictions';
import { predictHost } from './predict-host';
import { predictRequirements } from './predict-requirements';

const profile = fixtureProfiles.default;
const rootOf = (name: string): string => fixtureHosts.find((host) => host.name === name)?.root ?? '';

describe('what is predicted of one requirement alone', () => {
  it.each(['rhcos-4.20', 'rhel-9.4-firewalld'])(
    'is what a prediction of the whole host says of it, for every requirement and change (%s)',
    async (name) => {
      const hostRoot = rootOf(name);
      const changes = changesFor(await observeHost({ hostRoot, profile }));
      expect(changes).not.toEqual([]);
      for (const change of changes.map(stepsOf)) {
        const { findings } = (await predictHost({ hostRoot, profile }, change)).observation;
        for (const requirement of catalogueFor(profile.calicoVersion.value)) {
          if (requirement.scope === 'cluster') continue;
          const whole = findings.filter((finding) => finding.requirement === requirement.id);
          expect(await predictRequirements({ hostRoot }, change, [requirement], profile)).toEqual(whole);
        }
      }
    },
    120_000,
  );
});
