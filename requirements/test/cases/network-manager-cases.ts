import type { NetworkManager } from '../../src/model/network-manager';
import type { RequirementCase } from '../requirement-case';
import { stockValues } from '../stock-host';

type ManagerChange = Partial<Omit<NetworkManager, 'manages'>> & { readonly manages?: NetworkManager['manages'] };

/** The stock host's NetworkManager with something changed. */
export const networkManager = ({ manages, ...change }: ManagerChange): { readonly networkManager: NetworkManager } => ({
  networkManager: {
    ...stockValues.networkManager,
    ...change,
    manages: { ...stockValues.networkManager.manages, ...manages },
  },
});

/** The requirements about network managers, with an interface that decides each and profiles that switch it on and off. */
export const interfaces = [
  { requirement: 'networkmanager-ignores-cali', name: 'cali*', profile: {}, off: undefined },
  { requirement: 'networkmanager-ignores-tunl', name: 'tunl0', profile: {}, off: { encapsulation: [] } },
  {
    requirement: 'networkmanager-ignores-tunl',
    name: 'tunl0',
    profile: { encapsulation: ['VXLAN', 'IPIP'] },
    off: { ipFamilies: ['IPv6'] },
  },
  {
    requirement: 'networkmanager-ignores-vxlan-calico',
    name: 'vxlan.calico',
    profile: { encapsulation: ['VXLAN'] },
    off: {},
  },
  {
    requirement: 'networkmanager-ignores-vxlan-calico',
    name: 'vxlan-v6.calico',
    profile: { encapsulation: ['VXLAN'], ipFamilies: ['IPv4', 'IPv6'] },
    off: { encapsulation: ['IPIP'] },
  },
  {
    requirement: 'networkmanager-ignores-wireguard-cali',
    name: 'wireguard.cali',
    profile: { wireguard: true },
    off: {},
  },
  {
    requirement: 'networkmanager-ignores-wireguard-cali',
    name: 'wg-v6.cali',
    profile: { wireguard: true, ipFamilies: ['IPv6'] },
    off: { wireguard: false },
  },
] as const;

/** Of the requirements about network managers, where systemd-networkd is absent. */
export const networkManagerCases: readonly RequirementCase[] = interfaces.flatMap(
  ({ requirement, name, profile, off }): RequirementCase[] => [
    { requirement, when: `${name} unmanaged`, profile, verdict: 'Pass', reason: 'InterfaceIgnored' },
    {
      requirement,
      when: `${name} managed`,
      profile,
      facts: networkManager({ manages: { [name]: true } }),
      verdict: 'Fail',
      reason: 'InterfaceManaged',
    },
    {
      requirement,
      when: `${name} unknown`,
      profile,
      facts: networkManager({ manages: { [name]: null } }),
      verdict: 'Unknown',
      reason: 'NetworkManagerUndecided',
    },
    {
      requirement,
      when: `${name} still managed by a daemon that has not read its configuration`,
      profile,
      facts: networkManager({ live: { [name]: true } }),
      verdict: 'Fail',
      reason: 'ReloadNeeded',
    },
    {
      requirement,
      when: `${name} unmanaged now and managed by the configuration`,
      profile,
      facts: networkManager({ manages: { [name]: true }, live: { [name]: false } }),
      verdict: 'Warn',
      reason: 'InterfaceManagedLater',
    },
    {
      requirement,
      when: `${name} managed, and the daemon says so`,
      profile,
      facts: networkManager({ manages: { [name]: true }, live: { [name]: true } }),
      verdict: 'Fail',
      reason: 'InterfaceManaged',
    },
    {
      requirement,
      when: `${name} unknown, and the daemon leaves it alone`,
      profile,
      facts: networkManager({ manages: { [name]: null }, live: { [name]: false } }),
      verdict: 'Pass',
      reason: 'InterfaceIgnored',
    },
    {
      requirement,
      when: `${name} not answered for`,
      profile,
      facts: { networkManager: { daemon: 'running', configurationFiles: [], manages: {} } },
      verdict: 'Unknown',
      reason: 'NetworkManagerUndecided',
    },
    {
      requirement,
      when: `${name} and NetworkManager is absent`,
      profile,
      facts: { networkManager: { daemon: 'absent', configurationFiles: [], manages: { [name]: true } } },
      verdict: 'Pass',
      reason: 'NetworkManagerNotInstalled',
      observed: 'NetworkManager: not installed',
    },
    {
      requirement,
      when: `${name} would be managed by a stopped daemon`,
      profile,
      facts: networkManager({ daemon: 'stopped', manages: { [name]: true } }),
      verdict: 'Warn',
      reason: 'InterfaceManagedOnceStarted',
    },
    {
      requirement,
      when: `${name} unmanaged by a stopped daemon`,
      profile,
      facts: networkManager({ daemon: 'stopped' }),
      verdict: 'Pass',
      reason: 'InterfaceIgnored',
    },
    {
      requirement,
      when: `${name} managed if the daemon runs, which was not seen`,
      profile,
      facts: networkManager({ daemon: 'unknown', manages: { [name]: true } }),
      verdict: 'Unknown',
      reason: 'NetworkManagerUndecided',
    },
    {
      requirement,
      when: `${name} and a file that the daemon refuses`,
      profile,
      facts: networkManager({ daemon: 'refuses-configuration', refusedFile: 'etc/NetworkManager/conf.d/broken.conf' }),
      verdict: 'Fail',
      reason: 'ConfigurationRefused',
      observed: 'refused: etc/NetworkManager/conf.d/broken.conf',
    },
    {
      requirement,
      when: `${name} and nothing seen of NetworkManager`,
      profile,
      without: ['networkManager'],
      verdict: 'Unknown',
      reason: 'EvidenceNotFound',
    },
    ...(off === undefined
      ? []
      : [
          {
            requirement,
            when: `${name} is not used`,
            profile: off,
            facts: networkManager({ manages: { [name]: true } }),
            verdict: 'NotApplicable',
            reason: 'NotApplicable',
          } as const,
        ]),
  ],
);
