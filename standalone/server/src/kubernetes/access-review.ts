import { isRecord } from './kubernetes-object';
import type { ResourceType } from './resource-type';
import type { Scenario, Verb } from './scenario';
import { StatusError } from './status';

export const accessReviewPath = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';

const verbs: readonly string[] = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'] satisfies Verb[];

/** Answers a SelfSubjectAccessReview: allowed is what the API serves and the scenario does not refuse. */
export const reviewAccess = (review: unknown, types: readonly ResourceType[], scenario: Scenario): object => {
  const spec = isRecord(review) ? review['spec'] : undefined;
  const attributes = isRecord(spec) ? spec['resourceAttributes'] : undefined;
  if (!isRecord(review) || !isRecord(spec) || !isRecord(attributes))
    throw new StatusError('Invalid', 'spec.resourceAttributes is required');
  const { group = '', resource, verb } = attributes;
  const type = types.find((candidate) => candidate.group === group && candidate.plural === resource);
  const known = typeof verb === 'string' && verbs.includes(verb);
  const allowed =
    type !== undefined &&
    known &&
    scenario.refuse({ type, verb: verb as Verb, continued: false, dryRun: false }) === undefined;
  return {
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SelfSubjectAccessReview',
    metadata: {},
    spec,
    status: { allowed, ...(allowed ? {} : { reason: 'the embedded API does not offer this to you' }) },
  };
};

export const selfReviewPath = '/apis/authentication.k8s.io/v1/selfsubjectreviews';

/** Answers a SelfSubjectReview: there is one user, who may do everything. */
export const reviewSelf = (): object => ({
  apiVersion: 'authentication.k8s.io/v1',
  kind: 'SelfSubjectReview',
  metadata: { creationTimestamp: new Date().toISOString() },
  status: { userInfo: { username: 'admin', groups: ['system:authenticated'] } },
});
