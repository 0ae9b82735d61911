import type { NodeReportInput } from './node-report';
import { evaluateNode, observed } from '@calico-readiness/requirements';

/** What the agent needs of its Node object. */
export interface NodeIdentity {
  readonly uid: string;
  /** `spec.providerID`: `<provider>://<its own id>`, set by the cloud's own controller (Kubernetes API, NodeSpec). */
  readonly providerID?: string;
}

/** The provider by which Azure's controller names every machine (cloud-provider-azure, `CloudProviderName`). */
const azure = 'azure://';

/**
 * An observation with the cloud that the Node names, judged again where the host itself did not show it: a machine's
 * firmware may be out of sight, and what the cloud's controller writes is true all the same.
 */
export function inCloudOfNode<Input extends Pick<NodeReportInput, 'facts' | 'findings' | 'profile'>>(
  input: Input,
  { providerID = '' }: Pick<NodeIdentity, 'providerID'>,
): Input {
  const { cloud } = input.facts;
  const isKnown = cloud.status === 'observed' && cloud.value === 'azure';
  if (isKnown || !providerID.startsWith(azure)) return input;
  const facts = { ...input.facts, cloud: observed('azure' as const, 'Node spec.providerID') };
  return { ...input, facts, findings: evaluateNode(facts, input.profile) };
}
