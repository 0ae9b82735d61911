import { distributionName, isRedHatCoreOs, isRedHatLinux } from '../../derived/distribution';
import { msg } from '../../model/message';
import { defineRequirement } from '../../model/requirement';
import { always } from '../applicability';
import { releaseHistories } from '../calico-releases';
import { documentation } from '../documentation';
import { quoting } from '../quotes';
import { valueIn } from '../release-history';

/** Recommended only: the document says which distributions are known to work, not that others don't. */
export const linuxDistributionSupported = defineRequirement({
  id: 'linux-distribution-supported',
  chapter: 'node',
  scope: 'host',
  level: 'recommended',
  origin: quoting(
    'The following distributions have the required kernel, its dependencies, and are known to work well with Calico and OpenShift.',
    'RedHat Linux 7',
    'RedHat Container OS',
    'Tip: If you are using one of the recommended distributions, you will already satisfy these.',
  ),
  title: msg('The Linux distribution is known to work'),
  failureTitle: msg('The Linux distribution is not on the list of those known to work'),
  shortTitle: msg('Distro'),
  rationale: msg(
    'These distributions have the required kernel and its dependencies; on others every single requirement counts.',
  ),
  needed: msg('Red Hat Enterprise Linux 7 or Red Hat Enterprise Linux CoreOS'),
  remedy: msg('Nothing has to be done if all other requirements are met; Red Hat CoreOS is the safe choice.'),
  guide: 'operating-system',
  links: documentation.requirements,
  verifyCommand: 'cat /etc/os-release',
  reasons: {
    DistributionListed: { title: msg('The distribution is known to work') },
    DistributionNotListed: { title: msg('The distribution is not on the list of those known to work') },
  },
  appliesTo: always,
  needs: ['operatingSystem'],
  evaluate: ({ operatingSystem }, { profile }) => {
    const observed = distributionName(operatingSystem);
    const { enterpriseLinux } = valueIn(releaseHistories.distributions, profile.calicoVersion);
    // Since v3.29 the page says RHEL alone; every Red Hat CoreOS that OpenShift 4 has had is built from RHEL 8 or later.
    return isRedHatCoreOs(operatingSystem) || isRedHatLinux(operatingSystem, ...enterpriseLinux)
      ? { outcome: 'met', reason: 'DistributionListed', observed }
      : { outcome: 'unmet', reason: 'DistributionNotListed', observed };
  },
});
