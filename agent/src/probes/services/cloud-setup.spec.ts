import { unavailable } from '@calico-readiness/requirements';
import { denyingFiles } from '../../../test/denying-files';
import type { HostTree, TemporaryHostOptions } from '../../../test/temporary-host';
import { removeTemporaryHosts, temporaryHost } from '../../../test/temporary-host';
import { cloudSetupProbe } from './cloud-setup';

afterEach(removeTemporaryHosts);

const vendor = 'usr/lib/systemd/system';
const etc = 'etc/systemd/system';
const dropIn = `${etc}/nm-cloud-setup.service.d/10-cloud.conf`;

const stock: HostTree = {
  'etc/os-release': 'ID=rhel\n',
  'usr/bin/bash': '',
  [`${vendor}/multi-user.target`]: '',
  [`${vendor}/NetworkManager.service`]:
    '[Service]\nExecStart=/usr/sbin/NetworkManager\n[Install]\nWantedBy=multi-user.target\n',
  [`${etc}/multi-user.target.wants/NetworkManager.service`]: { linkTo: `/${vendor}/NetworkManager.service` },
  'run/systemd/units/invocation:NetworkManager.service': { linkTo: '0' },
};
const installed: HostTree = {
  [`${vendor}/nm-cloud-setup.service`]:
    '[Service]\nType=oneshot\nExecStart=/usr/libexec/nm-cloud-setup\n#Environment=NM_CLOUD_SETUP_EC2=yes\n[Install]\nWantedBy=NetworkManager.service\n',
  [`${vendor}/nm-cloud-setup.timer`]: '[Timer]\nOnBootSec=5min\n[Install]\nWantedBy=timers.target\n',
};
const withService: HostTree = {
  ...installed,
  [`${etc}/NetworkManager.service.wants/nm-cloud-setup.service`]: { linkTo: `/${vendor}/nm-cloud-setup.service` },
};
const withTimer: HostTree = {
  ...installed,
  [`${etc}/timers.target.wants/nm-cloud-setup.timer`]: { linkTo: `/${vendor}/nm-cloud-setup.timer` },
};
const environment = (...lines: readonly string[]): HostTree => ({ [dropIn]: ['[Service]', ...lines, ''].join('\n') });
const forEc2 = environment('Environment=NM_CLOUD_SETUP_EC2=yes');

const gather = async (tree: HostTree, options?: TemporaryHostOptions) =>
  (await cloudSetupProbe.gather(temporaryHost({ ...stock, ...tree }, options))).cloudSetup;

describe('nm-cloud-setup', () => {
  it.each<[string, HostTree, boolean, boolean | null, readonly string[] | undefined]>([
    ['is not installed', {}, false, false, []],
    ['is installed and off', installed, true, false, []],
    ['is enabled for no cloud', withService, true, true, []],
    ['is enabled for a cloud', { ...withService, ...forEc2 }, true, true, ['EC2']],
    ['is started by its timer', { ...withTimer, ...forEc2 }, true, true, ['EC2']],
    [
      'is masked, whatever its timer does',
      { ...withTimer, ...forEc2, [`${etc}/nm-cloud-setup.service`]: { linkTo: '/dev/null' } },
      true,
      false,
      [],
    ],
    [
      'is wanted by a NetworkManager that does not start',
      {
        ...withService,
        ...forEc2,
        [`${etc}/NetworkManager.service`]: { linkTo: '/dev/null' },
        'run/systemd/units/invocation:NetworkManager.service': { linkTo: '0' },
      },
      true,
      true,
      ['EC2'],
    ],
    [
      'is for several clouds, in words for yes',
      {
        ...withService,
        ...environment('Environment="NM_CLOUD_SETUP_AZURE=1" NM_CLOUD_SETUP_GCP=True NM_CLOUD_SETUP_OCI=on'),
      },
      true,
      true,
      ['GCP', 'AZURE', 'OCI'],
    ],
    [
      'is told no',
      { ...withService, ...environment('Environment=NM_CLOUD_SETUP_EC2=yes', 'Environment=NM_CLOUD_SETUP_EC2=no') },
      true,
      true,
      [],
    ],
    [
      'has its cloud unset',
      { ...withService, ...environment('Environment=NM_CLOUD_SETUP_EC2=yes', 'UnsetEnvironment=NM_CLOUD_SETUP_EC2') },
      true,
      true,
      [],
    ],
    [
      'has its cloud from a file',
      { ...withService, ...environment('EnvironmentFile=-/etc/clouds'), 'etc/clouds': 'NM_CLOUD_SETUP_ALIYUN="yes"\n' },
      true,
      true,
      ['ALIYUN'],
    ],
    [
      'has a file that is not there',
      { ...withService, ...environment('EnvironmentFile=-/etc/clouds') },
      true,
      true,
      [],
    ],
    [
      'has files by a pattern',
      { ...withService, ...environment('EnvironmentFile=/etc/clouds.d/*') },
      true,
      true,
      undefined,
    ],
    [
      'names a cloud that it does not know',
      { ...withService, ...environment('Environment=NM_CLOUD_SETUP_X=yes') },
      true,
      true,
      [],
    ],
  ])('%s', async (_, tree, isInstalled, starts, providers) => {
    expect(await gather(tree)).toMatchObject({
      value: { installed: isInstalled, starts, ...(providers && { providers }) },
    });
    expect(JSON.stringify(await gather(tree)).includes('providers')).toBe(providers !== undefined);
  });

  it('is unknown where its drop-in may not be read, and for unknown clouds where their file may not', async () => {
    const tree = { ...withService, ...environment('EnvironmentFile=/etc/clouds'), 'etc/clouds': '' };
    expect(await gather(tree, { files: (files) => denyingFiles(files, dropIn) })).toEqual(
      unavailable('denied', dropIn),
    );
    expect(await gather(tree, { files: (files) => denyingFiles(files, 'etc/clouds') })).toMatchObject({
      value: { installed: true, starts: true },
    });
  });

  it('is unknown below a root that is no host', async () => {
    const { cloudSetup } = await cloudSetupProbe.gather(temporaryHost({}));
    expect(cloudSetup).toMatchObject({ status: 'unavailable', reason: 'not-found' });
  });
});
