import type { ReportLimit } from '@calico-readiness/requirements';
import {
  distinctPorts,
  inEnglish,
  nftablesProblem,
  portProblem,
  readinessPolicyName,
  releasesWithoutNftables,
  waiverLimits,
} from '@calico-readiness/requirements';
import type { PlacedRule } from './validation-rules';
import { eachOnce } from './validation-rules';

const profile = 'spec.profile';

/** One rule for each two ports, so that the answer names both. A port that is left out may be anything. */
const portRules = distinctPorts.map((pair): PlacedRule => ({
  at: `${profile}.ports`,
  rule: `!has(self.${pair.other}) || !has(self.${pair.name}) || self.${pair.other} != self.${pair.name}`,
  message: inEnglish(portProblem(pair)),
  fieldPath: `.${pair.name}`,
}));

const selector = 'waivers.*.nodeSelector';
/** Longest value of a label (https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/). */
const longestLabelValue = 63;
/** Of maps and of lists of texts, where no type can carry a bound. */
const limits: readonly ReportLimit[] = [
  { path: `${selector}.matchLabels`, items: waiverLimits.matchLabels },
  { path: `${selector}.matchLabels.*`, length: longestLabelValue },
  { path: `${selector}.matchExpressions.*.values.*`, length: longestLabelValue },
];

/** The limit that holds at a place below the specification of a ReadinessPolicy; those of lists stand in the types. */
export const policyLimitAt = (segments: readonly string[]): ReportLimit | undefined =>
  limits.find(({ path }) => path === segments.join('.'));

/** What a waiver keeps. That two are for the same requirement and nodes harms nobody, and the controller says it. */
const waiverRules: readonly PlacedRule[] = [
  ...(['reason', 'owner'] as const).map((field): PlacedRule => ({
    at: `spec.waivers.*`,
    rule: `self.${field}.trim() != ''`,
    message: `is empty; say ${field === 'reason' ? 'why the requirement is waived' : 'who answers for the waiver'}`,
    fieldPath: `.${field}`,
  })),
  {
    at: 'spec.waivers.*.nodeSelector.matchExpressions.*',
    rule: "!(self.operator in ['In', 'NotIn']) || (has(self.values) && size(self.values) > 0)",
    message: 'In and NotIn need values; give at least one, or use Exists or DoesNotExist',
  },
  {
    at: 'spec.waivers.*.nodeSelector.matchExpressions.*',
    rule: "self.operator in ['In', 'NotIn'] || !has(self.values) || size(self.values) == 0",
    message: 'Exists and DoesNotExist take no values; leave them out, or use In or NotIn',
  },
];

/** What a ReadinessPolicy keeps beyond the type and the bound of each field: what agents cannot use does not get in. */
export const policyRules: readonly PlacedRule[] = [
  {
    at: '',
    rule: `self.metadata.name == '${readinessPolicyName}'`,
    message: `the only ReadinessPolicy of a cluster is named ${readinessPolicyName}; give it that name`,
    fieldPath: '.metadata.name',
  },
  {
    at: `${profile}.ipFamilies`,
    rule: 'size(self) > 0',
    message: 'names no family; give IPv4, IPv6 or both, or leave ipFamilies out',
  },
  {
    at: `${profile}.ipFamilies`,
    rule: eachOnce('self'),
    message: 'names a family twice; give each once',
  },
  {
    at: `${profile}.encapsulation`,
    rule: eachOnce('self'),
    message: 'names an encapsulation twice; give each once',
  },
  {
    at: profile,
    rule: `!has(self.dataplane) || self.dataplane != 'Nftables' || !has(self.calicoVersion) || !(self.calicoVersion in [${releasesWithoutNftables.map((version) => `'${version}'`).join(', ')}])`,
    message: inEnglish(nftablesProblem()),
    fieldPath: '.dataplane',
  },
  ...portRules,
  ...waiverRules,
];

/** What its status keeps. */
export const policyStatusRules: readonly PlacedRule[] = [
  {
    at: 'conditions',
    rule: eachOnce('self', 'type'),
    message: 'two conditions have the same type; write one condition of each type',
  },
  {
    at: 'nodeProfiles',
    rule: eachOnce('self', 'node'),
    message: 'two entries are of the same node; write one for each',
  },
];
