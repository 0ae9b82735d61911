import { consoleFetchJSON } from '@openshift-console/dynamic-plugin-sdk';

const reviewUrl = '/api/kubernetes/apis/authentication.k8s.io/v1/selfsubjectreviews';

/**
 * The name of the user as the API knows it (SelfSubjectReview, since Kubernetes 1.28); undefined where it does not say. The
 * SDK keeps the user in a store that pages of plugins cannot read without the library of that store.
 */
export const currentUserName = (): Promise<string | undefined> =>
  (
    consoleFetchJSON.post(reviewUrl, {
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'SelfSubjectReview',
    }) as Promise<unknown>
  ).then(nameIn, () => undefined);

function nameIn(review: unknown): string | undefined {
  const name = field(field(field(review, 'status'), 'userInfo'), 'username');
  return typeof name === 'string' && name !== '' ? name : undefined;
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
