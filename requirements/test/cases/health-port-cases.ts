import type { HostFactName, OperatingSystem } from '../../src/model/host-facts';
import type { Listener } from '../../src/model/host-network';
import { defaultProfileValues } from '../../src/model/profile-defaults';
import type { ProfileValues } from '../../src/model/profile-values';
import type { Verdict } from '../../src/model/finding';
import type { RequirementCase } from '../requirement-case';

const coreOs: OperatingSystem = { id: 'rhel', versionId: '9.6', variantId: 'coreos', openshiftVersion: '4.20' };
const debian: OperatingSystem = { id: 'debian', versionId: '12' };
const rhel: OperatingSystem = { id: 'rhel', versionId: '9.4' };

const tcp = (port: number, process: string | null, address = '0.0.0.0', unit?: string): Listener => ({
  protocol: 'tcp',
  port,
  address,
  process,
  ...(unit !== undefined && { unit }),
});

interface HealthPortCase {
  readonly when: string;
  readonly system: OperatingSystem;
  readonly listeners?: readonly Listener[];
  readonly profile?: Partial<ProfileValues>;
  readonly without?: readonly HostFactName[];
  readonly says: readonly [verdict: Verdict, reason: string, observed?: string];
}

const clusterVersionOperator = tcp(9099, 'cluster-version', '::');
const withHealthPort = (felixHealth: number): Partial<ProfileValues> => ({
  ports: { ...defaultProfileValues.ports, felixHealth },
});
const free = ['Pass', 'HealthPortsFree'] as const;

const cases: readonly HealthPortCase[] = [
  { when: 'nobody listens', system: debian, says: [...free, 'TCP 9099: free; TCP 9098: free'] },
  {
    when: 'Calico runs',
    system: debian,
    listeners: [tcp(9099, 'calico-node', '127.0.0.1'), tcp(9098, 'calico-typha', '127.0.0.1')],
    says: [...free, 'TCP 9099: calico-node; TCP 9098: calico-typha'],
  },
  {
    when: 'the control plane of OpenShift runs',
    system: coreOs,
    listeners: [clusterVersionOperator],
    says: [...free, 'TCP 9199: free; TCP 9198: free'],
  },
  {
    when: 'a stranger has OpenShift’s port of Felix',
    system: coreOs,
    listeners: [clusterVersionOperator, tcp(9199, 'java')],
    says: ['Fail', 'FelixPortHeld', 'TCP 9199: java; TCP 9198: free'],
  },
  {
    when: 'a stranger has OpenShift’s ports, which are no one’s elsewhere',
    system: debian,
    listeners: [tcp(9199, 'java'), tcp(9198, 'java')],
    says: free,
  },
  {
    when: 'a stranger has Typha’s port',
    system: debian,
    listeners: [tcp(9098, 'java', '127.0.0.1')],
    says: ['Warn', 'TyphaPortHeld', 'TCP 9099: free; TCP 9098: java'],
  },
  {
    when: 'a stranger has Typha’s port, and Typha is not used',
    system: debian,
    listeners: [tcp(9098, 'java', '127.0.0.1')],
    profile: { typha: false },
    says: [...free, 'TCP 9099: free'],
  },
  {
    when: 'a stranger listens on all addresses of both families',
    system: debian,
    listeners: [tcp(9099, 'java', '::')],
    says: ['Fail', 'FelixPortHeld'],
  },
  {
    when: 'a stranger listens on 127.0.0.1 with a socket of IPv6',
    system: debian,
    listeners: [tcp(9099, 'java', '::ffff:7f00:1')],
    says: ['Fail', 'FelixPortHeld'],
  },
  {
    when: 'strangers listen on other addresses',
    system: debian,
    listeners: [tcp(9099, 'java', '192.0.2.1'), tcp(9099, 'java', '::1'), tcp(9099, 'java', '127.0.0.2')],
    says: free,
  },
  {
    when: 'a stranger listens for IPv6 only, beside Felix',
    system: debian,
    listeners: [tcp(9099, 'java', '::'), tcp(9099, 'calico-node', '127.0.0.1')],
    says: free,
  },
  {
    when: 'the host’s own unit listens under a name of Calico’s',
    system: debian,
    listeners: [tcp(9099, 'calico', '127.0.0.1', 'monitor.service')],
    says: ['Fail', 'FelixPortHeld', 'TCP 9099: calico (monitor.service); TCP 9098: free'],
  },
  {
    when: 'an unknown process listens',
    system: debian,
    listeners: [tcp(9099, null, '127.0.0.1')],
    says: ['Unknown', 'HolderUnknown', 'TCP 9099: unknown process; TCP 9098: free'],
  },
  {
    when: 'an unknown process has Typha’s port',
    system: debian,
    listeners: [tcp(9098, null)],
    says: ['Unknown', 'HolderUnknown'],
  },
  { when: 'nobody listens on RHEL', system: rhel, says: free },
  {
    when: 'a stranger has a port that is Felix’s unless this is OpenShift',
    system: rhel,
    listeners: [tcp(9099, 'java')],
    says: ['Unknown', 'PlatformUnknown', 'TCP 9099: java; TCP 9098: free; TCP 9199: free; TCP 9198: free'],
  },
  {
    when: 'a stranger has both',
    system: rhel,
    listeners: [tcp(9099, 'java'), tcp(9199, 'java')],
    says: ['Fail', 'FelixPortHeld'],
  },
  {
    when: 'the system is unseen and a stranger listens',
    system: debian,
    listeners: [tcp(9099, 'java')],
    without: ['operatingSystem'],
    says: ['Unknown', 'PlatformUnknown'],
  },
  {
    when: 'the profile has the port',
    system: rhel,
    listeners: [tcp(9099, 'java')],
    profile: withHealthPort(9199),
    says: [...free, 'TCP 9199: free; TCP 9198: free'],
  },
  {
    when: 'the profile has a port that nobody looks at',
    system: debian,
    profile: withHealthPort(9299),
    says: ['Unknown', 'PortNotWatched', 'TCP 9299: not looked at; TCP 9298: not looked at'],
  },
  { when: 'listeners are unseen', system: debian, without: ['listeners'], says: ['Unknown', 'EvidenceNotFound'] },
];

/** Who holds the ports at which Felix and Typha tell whether they are well. */
export const healthPortCases: readonly RequirementCase[] = cases.map(
  ({ when, system, listeners = [], profile = {}, without = [], says: [verdict, reason, observed] }) => ({
    requirement: 'calico-host-ports-free',
    when,
    profile,
    facts: { operatingSystem: system, listeners },
    without,
    verdict,
    reason,
    ...(observed !== undefined && { observed }),
  }),
);
