import { unavailable } from '@calico-readiness/requirements';
import { denyingFiles } from '../../../test/denying-files';
import type { HostTree, TemporaryHostOptions } from '../../../test/temporary-host';
import { removeTemporaryHosts, temporaryHost } from '../../../test/temporary-host';
import { ruleLoadersProbe } from './rule-loaders';
import { mostCandidates } from './unit-candidates';

afterEach(removeTemporaryHosts);

const vendor = 'usr/lib/systemd/system';
const etc = 'etc/systemd/system';
const wants = `${etc}/multi-user.target.wants`;
const units = 'run/systemd/units';

const stock: HostTree = {
  'etc/os-release': 'ID=rhel\n',
  'usr/bin/bash': '',
  [`${vendor}/multi-user.target`]: '',
  'run/systemd/system/': '',
  [`${units}/invocation:sshd.service`]: { linkTo: '0123' },
  [`${vendor}/sshd.service`]: '[Service]\nExecStart=/usr/sbin/sshd -D\n',
};

const service = (command: string, more = ''): string => `[Service]\nType=oneshot\nExecStart=${command}\n${more}`;
const restore = service('/usr/sbin/iptables-restore /etc/my-rules');
const to = (path: string) => ({ linkTo: `/${path}` });
/** A unit of the administrator's, enabled. */
const enabled = (name: string, text: string): HostTree => ({
  [`${etc}/${name}`]: text,
  [`${wants}/${name}`]: to(`${etc}/${name}`),
});

const gather = async (tree: HostTree, options?: TemporaryHostOptions) =>
  (await ruleLoadersProbe.gather(temporaryHost({ ...stock, ...tree }, options))).ruleLoaders;
const found = async (tree: HostTree, options?: TemporaryHostOptions) => {
  const fact = await gather(tree, options);
  if (fact.status === 'unavailable') throw new Error(`unavailable: ${fact.reason} ${fact.source}`);
  return fact.value.map(({ unit, active, startsAtBoot, command }) =>
    [
      unit,
      active === true ? 'active' : 'inactive',
      startsAtBoot === true ? 'starts' : String(startsAtBoot),
      command,
    ].join(' '),
  );
};

const mine = 'my.service inactive starts iptables-restore';

describe("units of the host's own that load rules", () => {
  it.each<[string, HostTree, readonly string[]]>([
    ['are none on a stock host', {}, []],
    ['are those that are enabled', enabled('my.service', restore), [mine]],
    [
      'are those that are active and not enabled',
      { [`${etc}/my.service`]: restore, [`${units}/invocation:my.service`]: { linkTo: '0' } },
      ['my.service active false iptables-restore'],
    ],
    ['are none that are neither', { [`${etc}/my.service`]: restore }, []],
    [
      'are none that only the rescue target starts',
      { [`${etc}/my.service`]: restore, [`${etc}/rescue.target.wants/my.service`]: to('x') },
      [],
    ],
    [
      'are none that are masked',
      { [`${etc}/my.service`]: to('dev/null'), [`${vendor}/my.service`]: restore, [`${wants}/my.service`]: to('x') },
      [],
    ],
    [
      'are none that are known by name',
      enabled('nftables.service', service('/usr/sbin/nft -f /etc/nftables.conf')),
      [],
    ],
    ['are none that run a script', enabled('my.service', service('/usr/local/bin/iptables.sh')), []],
    [
      'are none of a kubelet that sets a policy ACCEPT',
      enabled('kubelet.service', service('/usr/bin/kubelet', 'ExecStartPre=/sbin/iptables -P FORWARD ACCEPT\n')),
      [],
    ],
    [
      'are those whose drop-in loads rules',
      {
        ...enabled('my.service', service('/bin/true')),
        [`${etc}/my.service.d/10.conf`]: '[Service]\nExecStartPost=/usr/sbin/ipset restore -f /etc/sets\n',
      },
      ['my.service inactive starts ipset'],
    ],
    [
      'are none whose drop-in takes the command back',
      {
        ...enabled('my.service', restore),
        [`${etc}/my.service.d/10.conf`]: '[Service]\nExecStart=\nExecStart=/bin/true\n',
      },
      [],
    ],
    [
      'go by the drop-in of the directory that comes first',
      {
        ...enabled('my.service', service('/bin/true')),
        [`${etc}/my.service.d/10.conf`]: '[Service]\n',
        [`${vendor}/my.service.d/10.conf`]: restore,
      },
      [],
    ],
    [
      'have drop-ins that are masked',
      {
        ...enabled('my.service', service('/bin/true')),
        [`${etc}/my.service.d/10.conf`]: to('dev/null'),
        [`${vendor}/my.service.d/10.conf`]: restore,
      },
      [],
    ],
    [
      'are instances of a template',
      { [`${etc}/rules@.service`]: restore, [`${wants}/rules@eth0.service`]: to(`${etc}/rules@.service`) },
      ['rules@eth0.service inactive starts iptables-restore'],
    ],
    [
      'are told once where an alias names them as well',
      {
        ...enabled('my.service', `${restore}[Install]\nAlias=other.service\n`),
        [`${etc}/other.service`]: to(`${etc}/my.service`),
        [`${wants}/other.service`]: to(`${etc}/my.service`),
      },
      [mine],
    ],
    [
      'are started by their timer',
      {
        [`${etc}/my.service`]: restore,
        [`${etc}/my.timer`]: '[Timer]\n',
        [`${etc}/timers.target.wants/my.timer`]: to(`${etc}/my.timer`),
      },
      [mine],
    ],
    [
      'are started by a service that starts',
      {
        [`${etc}/my.service`]: restore,
        [`${etc}/kubelet.service.requires/my.service`]: to(`${etc}/my.service`),
        ...enabled('kubelet.service', service('/usr/bin/kubelet')),
      },
      [mine],
    ],
    [
      'are not started by a service that is off',
      {
        [`${etc}/my.service`]: restore,
        [`${etc}/kubelet.service.requires/my.service`]: to(`${etc}/my.service`),
        [`${etc}/kubelet.service`]: service('/usr/bin/kubelet'),
      },
      [],
    ],
    [
      'may be started by a socket',
      { [`${etc}/my.service`]: restore, [`${etc}/my.socket.wants/my.service`]: to(`${etc}/my.service`) },
      ['my.service inactive null iptables-restore'],
    ],
    ['are none whose link leads nowhere', { [`${wants}/my.service`]: to('gone') }, []],
    ['are none with a name that no unit has', enabled('my rules;.service', restore), []],
  ])('%s', async (_, tree, expected) => {
    expect(await found(tree)).toEqual(expected);
  });

  it('are unknown below a root that is no host', async () => {
    const { ruleLoaders } = await ruleLoadersProbe.gather(temporaryHost({}));
    expect(ruleLoaders).toMatchObject({ status: 'unavailable', reason: 'not-found' });
  });

  it.each([`${etc}/my.service`, `${etc}/my.service.d`, wants, vendor])(
    'are unknown where %s may not be read',
    async (path) => {
      const tree = { ...enabled('my.service', restore), [`${etc}/my.service.d/10.conf`]: '[Service]\n' };
      expect(await gather(tree, { files: (files) => denyingFiles(files, path) })).toEqual(unavailable('denied', path));
    },
  );

  it('are unknown where a unit file is larger than any genuine one', async () => {
    const fact = await gather(enabled('my.service', '#'.repeat(300 * 1024)));
    expect(fact).toMatchObject({ status: 'unavailable', reason: 'too-large', source: `${etc}/my.service` });
  });

  it('are unknown where more services are started than anyone has', async () => {
    const links = Object.fromEntries(
      Array.from({ length: mostCandidates + 1 }, (_unused, index) => [`${wants}/s${String(index)}.service`, to('x')]),
    );
    expect(await gather(links)).toMatchObject({ status: 'unavailable', reason: 'too-large' });
  });
});
