import { parse } from 'yaml';
import { catalogue } from '../catalogue';
import { guideIds } from '../model/requirement-id';
import type { Message } from '../model/message';
import { extraModules } from '../derived/extra-modules';
import { guideById, guides } from '.';
import type { Guide, Instruction } from './guide';
import { guidePlatforms } from './guide-platform';
import type { GuidePlatform } from './guide-platform';
import type { GuideSituation } from './guide-situation';
import { noSituation } from './guide-situation';
import { isEmptyChange } from './host-change';

const everything: GuideSituation = {
  exampleNode: 'worker-b-0031.ocp.example.com',
  firewallUnits: ['firewalld.service', 'nftables.service', 'ufw.service'],
  modules: {
    loadable: ['xt_set'],
    blacklisted: ['vxlan'],
    blocked: ['ipip'],
    unsigned: ['wireguard'],
    unverified: ['cls_bpf'],
    'configured-only': ['ip_set'],
    missing: ['wireguard'],
    unknown: ['xt_LOG'],
  },
  extraModules,
  moduleTreeMissing: true,
  loadsOnDemand: false,
  networkManagerFiles: ['etc/NetworkManager/conf.d/sdn.conf'],
  unmanagedLists: [{ file: 'etc/NetworkManager/conf.d/sdn.conf', change: 'sets', list: 'interface-name:tun0' }],
  refusedFiles: ['etc/NetworkManager/conf.d/broken.conf'],
  networkManagerTakes: true,
  networkdTakes: true,
  networkdFiles: ['etc/systemd/network/10-all.network'],
  ruleLoaders: ['my-rules.service'],
  cloudSetupActs: true,
  traffic: [
    { protocol: 'ipip', use: 'IP-in-IP' },
    { protocol: 'udp', port: 4790, use: 'VXLAN' },
  ],
};

const situations: readonly (readonly [string, GuideSituation])[] = [
  ['no node', noSituation],
  ['every kind of trouble', everything],
];

const cases = guides.flatMap((guide) =>
  guidePlatforms.flatMap((platform) =>
    situations.map(([name, situation]) => [guide.id, platform, name, guide, situation] as const),
  ),
);

const allInstructions = (guide: Guide, platform: GuidePlatform, situation: GuideSituation): Instruction[] => [
  ...guide.instructions(platform, situation),
  ...guide.disruption(platform, situation),
  ...guide.verify(platform, situation),
  ...guide.undo(platform, situation),
];

const placeholders = ({ text }: Message): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!);

describe('the guides', () => {
  it('are one for each guide id, in that order', () => {
    expect(guides.map((guide) => guide.id)).toEqual([...guideIds]);
  });

  it('are found by id, and nothing is found for a mistyped one', () => {
    expect(guideById('firewalld')?.id).toBe('firewalld');
    expect(guideById('fire')).toBeUndefined();
    expect(guideById('constructor')).toBeUndefined();
  });

  it('exist for every requirement and for every reason that has one of its own', () => {
    const named = catalogue.flatMap((requirement) => [
      requirement.guide,
      ...Object.values(requirement.reasons).flatMap((reason) => reason.guide ?? []),
    ]);
    expect(named.filter((id) => guideById(id) === undefined)).toEqual([]);
  });

  it.each(cases)('%s on %s with %s says what to do, what it disturbs, how to verify and how to undo', (...args) => {
    const [, platform, , guide, situation] = args;
    expect(guide.disruption(platform, situation)).not.toEqual([]);
    expect(guide.verify(platform, situation)).not.toEqual([]);
    expect(guide.undo(platform, situation)).not.toEqual([]);
    const changes = platform === 'rhcos' && !isEmptyChange(guide.change(situation));
    if (!changes && (guide.id !== 'kernel-modules' || situation === everything)) {
      expect(guide.instructions(platform, situation)).not.toEqual([]);
    }
  });

  it.each(cases)('%s on %s with %s gives every placeholder a value', (...args) => {
    const [, platform, , guide, situation] = args;
    const texts = [
      guide.title,
      guide.shortTitle,
      guide.summary,
      ...guide.harm,
      ...allInstructions(guide, platform, situation).map(({ text }) => text),
    ];
    expect(texts.filter((text) => placeholders(text).some((name) => text.values?.[name] === undefined))).toEqual([]);
  });

  it.each(guides.map((guide) => [guide.id, guide] as const))(
    '%s links to https pages only, each once',
    (_id, guide) => {
      const urls = guide.links.map((link) => link.url);
      expect(urls).not.toEqual([]);
      expect(
        urls.filter(
          (url) => !/^https:\/\/(docs\.tigera\.io|archive-os-3-25\.netlify\.app|docs\.redhat\.com)\//.test(url),
        ),
      ).toEqual([]);
      expect(new Set(urls).size).toBe(urls.length);
    },
  );

  it.each(cases)('%s on %s with %s has only shell lines that need no bracketed placeholder', (...args) => {
    const [, platform, , guide, situation] = args;
    const commands = allInstructions(guide, platform, situation).flatMap((instruction) => instruction.commands ?? []);
    expect(commands.filter((command) => /<[a-z]+>/i.test(command) || command.includes('undefined'))).toEqual([]);
  });

  it('never tells an administrator to edit an RHCOS host by hand', () => {
    const commands = guides.flatMap((guide) =>
      allInstructions(guide, 'rhcos', everything).flatMap((instruction) => instruction.commands ?? []),
    );
    expect(commands.filter((command) => /systemctl (mask|disable)|modprobe |dnf |> \/etc/.test(command))).toEqual([]);
  });

  it('shows YAML that parses wherever it lists an object or an entry', () => {
    const listings = guides.flatMap((guide) =>
      guidePlatforms.flatMap((platform) =>
        allInstructions(guide, platform, everything).flatMap(({ listing }) =>
          listing?.includes(': ') ? [listing] : [],
        ),
      ),
    );
    expect(listings.length).toBeGreaterThan(0);
    for (const listing of listings) expect(parse(listing)).toBeTypeOf('object');
  });

  it.each([
    [
      'firewalld',
      'Note: If a host firewall is needed, it can be configured by Calico HostEndpoint and GlobalNetworkPolicy.',
    ],
    ['firewalld', 'More information about configuration at Security for host.'],
    [
      'privileges',
      'The simplest way to provide the necessary privilege is to run Calico as root or in a privileged container.',
    ],
    ['networkmanager', 'Note: Many Linux distributions, such as most of the above, include NetworkManager.'],
    ['openshift', 'Refer to the OpenShift documentation for additional requirements.'],
    ['ports', '* The value passed to kube-apiserver using the --secure-port flag.'],
    ['kernel-modules', 'Tip: If you are using one of the recommended distributions, you will already satisfy these.'],
  ])('%s gives the advice of the requirements document: %s', (id, sentence) => {
    expect(guideById(id)?.advice).toContain(sentence);
  });

  it('give no advice twice', () => {
    const advice = guides.flatMap((guide) => guide.advice);
    expect(new Set(advice).size).toBe(advice.length);
  });
});
