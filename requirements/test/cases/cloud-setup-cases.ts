import type { CloudSetup } from '../../src/model/cloud-setup';
import type { RequirementCase } from '../requirement-case';

const setup = (
  when: string,
  cloudSetup: CloudSetup,
  verdict: RequirementCase['verdict'],
  reason: string,
  observed?: string,
): RequirementCase => ({
  requirement: 'nm-cloud-setup-disabled',
  when: `nm-cloud-setup ${when}`,
  facts: { cloudSetup },
  verdict,
  reason,
  ...(observed !== undefined && { observed }),
});

const acting: CloudSetup = { installed: true, starts: true, providers: ['EC2'] };

/** Of NetworkManager's program for cloud machines. */
export const cloudSetupCases: readonly RequirementCase[] = [
  setup(
    'not installed',
    { installed: false, starts: false, providers: [] },
    'Pass',
    'CloudSetupOff',
    'nm-cloud-setup: not installed',
  ),
  setup('disabled', { ...acting, starts: false }, 'Pass', 'CloudSetupOff', 'nm-cloud-setup: does not start, EC2'),
  setup('disabled, its clouds unseen', { installed: true, starts: false }, 'Pass', 'CloudSetupOff'),
  setup('enabled for no cloud', { ...acting, providers: [] }, 'Pass', 'CloudSetupWithoutCloud'),
  setup('for no cloud, its start unseen', { ...acting, starts: null, providers: [] }, 'Pass', 'CloudSetupWithoutCloud'),
  setup(
    'enabled for two clouds',
    { ...acting, providers: ['EC2', 'AZURE'] },
    'Warn',
    'CloudSetupActs',
    'nm-cloud-setup: starts, EC2, AZURE',
  ),
  setup('for a cloud, its start unseen', { ...acting, starts: null }, 'Unknown', 'CloudSetupUndecided'),
  setup('enabled, its clouds unseen', { installed: true, starts: true }, 'Unknown', 'CloudSetupUndecided'),
  {
    requirement: 'nm-cloud-setup-disabled',
    when: 'nothing was seen',
    without: ['cloudSetup'],
    verdict: 'Unknown',
    reason: 'EvidenceNotFound',
  },
];
