import type {
  ClusterObjects,
  PolicyCondition,
  ReadinessPolicy,
  ReadinessPolicyStatus,
} from '@calico-readiness/requirements';
import { declareProfile, mostNodeProfiles } from '@calico-readiness/requirements';
import { silentLog } from '../../foundation/agent-log';
import { oneLine } from '../../foundation/untrusted-text';
import { applyPolicy } from '../../publish/cluster-policy';
import type { UnreadObject } from './cluster-detection';
import { policyProblems } from './policy-problems';
import { nodeProfiles, profileOfCluster } from './profile-of-cluster';
import { waiversValid } from './waiver-condition';

/** What the status of a policy is made of. */
export interface PolicyStatusInput {
  readonly policy: ReadinessPolicy;
  readonly objects: ClusterObjects;
  readonly unread: readonly UnreadObject[];
  /** The status that the policy has, or had; undefined for a new one. */
  readonly previous: ReadinessPolicyStatus | undefined;
  /** RFC 3339. */
  readonly now: string;
}

type Said = Pick<PolicyCondition, 'status' | 'reason' | 'message'>;

const nothingDeclared = {
  profile: declareProfile({}, ''),
  writtenPorts: {},
  reportIntervalSeconds: 900,
  testFlows: true,
};
const longestMessage = 1024;

/** The objects in words, for a person. */
const objectNames: Readonly<Record<keyof ClusterObjects, string>> = {
  installation: 'Installation default',
  ipPools: 'IPPools',
  felixConfigurations: 'FelixConfigurations',
  bgpConfiguration: 'BGPConfiguration default',
  bgpConfigurations: 'BGPConfigurations',
  clusterInformation: 'ClusterInformation default',
  networkConfig: 'Network.config cluster',
  networkOperator: 'Network.operator cluster',
  kubeProxyConfig: 'ConfigMap openshift-kube-proxy/proxy-config',
};

/** The status of a policy. Pure; times of conditions are carried on while their status stays. */
export function policyStatusOf({ policy, objects, unread, previous, now }: PolicyStatusInput): ReadinessPolicyStatus {
  const declaration = applyPolicy(nothingDeclared, policy, silentLog);
  const source = { declaration, objects, ...(previous && { known: previous.profile }) };
  const profile = profileOfCluster(source);
  const ofNodes = nodeProfiles(source, profile);
  const isHidden = unread.some(hidesNodeSettings);
  const listed = isHidden ? (previous?.nodeProfiles ?? []) : ofNodes.listed;
  const observedGeneration = policy.metadata.generation ?? 0;
  const waivers = waiversValid(policy, Date.parse(now));
  const said: readonly (readonly [PolicyCondition['type'], Said])[] = [
    ['Accepted', accepted(policyProblems(policy, profile))],
    ['Detected', detected(unread, ofNodes.areCut)],
    ...(waivers === undefined ? [] : [['WaiversValid', waivers] as const]),
  ];
  return {
    observedGeneration,
    profile,
    ...(listed.length > 0 && { nodeProfiles: listed }),
    conditions: said.map(([type, { status, reason, message }]) => {
      const before = previous?.conditions.find((condition) => condition.type === type);
      const lastTransitionTime = before?.status === status ? before.lastTransitionTime : now;
      const short = oneLine(message, longestMessage);
      return { type, status, reason, message: short, lastTransitionTime, observedGeneration };
    }),
  };
}

/** What may not be read at all hides nothing for good: the other list would count as it was for ever. */
const hidesNodeSettings = ({ name, isKept, reason }: UnreadObject): boolean =>
  !isKept && (name === 'felixConfigurations' || (name === 'bgpConfigurations' && reason !== 'forbidden'));

function accepted(problems: ReturnType<typeof policyProblems>): Said {
  const [first] = problems;
  if (first === undefined)
    return { status: 'True', reason: 'Accepted', message: 'Agents can use all that the policy declares.' };
  return { status: 'False', reason: first.reason, message: `${problems.map(({ message }) => message).join('. ')}.` };
}

function detected(unread: readonly UnreadObject[], areCut: boolean): Said {
  const cut = `More than ${String(mostNodeProfiles)} nodes have Calico settings of their own that matter here; those of the others are not counted.`;
  if (unread.length > 0) {
    const objects = unread.map(({ name, reason, isKept }) => {
      const counts = isKept ? 'counts as it was last read' : 'was never read by this controller';
      return `${objectNames[name]}: ${reason}; ${counts}`;
    });
    const message = `Cannot be read: ${objects.join('. ')}.${areCut ? ` ${cut}` : ''}`;
    return { status: 'False', reason: 'ObjectsNotRead', message };
  }
  if (areCut) return { status: 'False', reason: 'TooManyNodeSettings', message: cut };
  return { status: 'True', reason: 'ObjectsRead', message: 'Every object was read that shows the cluster profile.' };
}
