import type { CloudSetup } from '../../model/cloud-setup';
import { msg } from '../../model/message';
import type { Judgement } from '../../model/requirement';
import { defineRequirement } from '../../model/requirement';
import { always } from '../applicability';
import { documentation } from '../documentation';
import { beyond } from '../quotes';

/**
 * Recommended only: with one interface and one address the program changes nothing since NetworkManager 1.34 (its source,
 * src/nm-cloud-setup/main.c), and Red Hat's images for clouds enable it.
 */
export const nmCloudSetupDisabled = defineRequirement({
  id: 'nm-cloud-setup-disabled',
  chapter: 'node',
  scope: 'host',
  level: 'recommended',
  origin: beyond(
    msg(
      'nm-cloud-setup adds routing rules for the addresses of a cloud machine. Traffic of pods that they match takes the wrong routing table.',
    ),
  ),
  title: msg('nm-cloud-setup is disabled'),
  failureTitle: msg('nm-cloud-setup is not disabled'),
  shortTitle: msg('nm-cloud-setup off'),
  rationale: msg(
    'Its rules send traffic of pods past the routes that Calico has written. RKE2 asks to disable it for that reason.',
  ),
  needed: msg('Neither its service nor its timer starts, or no cloud is opted in to'),
  remedy: msg('Disable nm-cloud-setup.service and nm-cloud-setup.timer, and reboot the node.'),
  guide: 'networkmanager',
  links: documentation.cloudSetup,
  verifyCommand: 'systemctl is-enabled nm-cloud-setup.service nm-cloud-setup.timer',
  reasons: {
    CloudSetupOff: { title: msg('nm-cloud-setup is not installed, or nothing starts it') },
    CloudSetupWithoutCloud: { title: msg('nm-cloud-setup is opted in to no cloud, and does nothing') },
    CloudSetupActs: {
      title: msg(
        'nm-cloud-setup sets addresses and routing rules; since NetworkManager 1.34 it does nothing with one interface and one address',
      ),
    },
    CloudSetupUndecided: { title: msg('Cannot determine whether nm-cloud-setup starts or is opted in to a cloud') },
  },
  appliesTo: always,
  needs: ['cloudSetup'],
  evaluate: ({ cloudSetup }) => ({ ...judge(cloudSetup), observed: describe(cloudSetup) }),
});

function judge({ installed, starts, providers }: CloudSetup): Pick<Judgement, 'outcome' | 'reason'> {
  if (!installed || starts === false) return { outcome: 'met', reason: 'CloudSetupOff' };
  if (providers?.length === 0) return { outcome: 'met', reason: 'CloudSetupWithoutCloud' };
  if (starts === null || providers === undefined) return { outcome: 'undetermined', reason: 'CloudSetupUndecided' };
  return { outcome: 'unmet', reason: 'CloudSetupActs' };
}

function describe({ installed, starts, providers }: CloudSetup): string {
  if (!installed) return 'nm-cloud-setup: not installed';
  const start = starts === null ? 'start unknown' : starts ? 'starts' : 'does not start';
  const clouds =
    providers === undefined ? 'clouds unknown' : providers.length === 0 ? 'no cloud' : providers.join(', ');
  return `nm-cloud-setup: ${start}, ${clouds}`;
}
