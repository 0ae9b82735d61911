import type { ApiClient } from '../../cluster/api-client';
import { found } from '../../publish/api-answers';
import { controllerAsWriter } from '../profile/policy-api';

/** A Lease as far as it is looked at (coordination.k8s.io/v1). */
export interface Lease {
  readonly apiVersion: 'coordination.k8s.io/v1';
  readonly kind: 'Lease';
  readonly metadata: { readonly name: string; readonly namespace: string; readonly resourceVersion?: string };
  readonly spec: {
    /** Nobody where it is empty or left out. */
    readonly holderIdentity?: string;
    readonly leaseDurationSeconds?: number;
    /** RFC 3339 with six digits behind the second. */
    readonly acquireTime?: string;
    readonly renewTime?: string;
    readonly leaseTransitions?: number;
  };
}

/** Where a Lease is. */
export interface LeasePlace {
  readonly namespace: string;
  readonly name: string;
}

/** The one Lease of a cluster's API. Each rejects with ApiError, a stale version with status 409. */
export interface LeaseApi {
  /** Undefined when there is none. */
  read(): Promise<Lease | undefined>;
  create(spec: Lease['spec']): Promise<Lease>;
  /** Only while it is of the version that the lease names. */
  replace(lease: Lease): Promise<Lease>;
}

/** The LeaseApi of a cluster. */
export function createLeaseApi(client: ApiClient, { namespace, name }: LeasePlace): LeaseApi {
  const path = `/apis/coordination.k8s.io/v1/namespaces/${encodeURIComponent(namespace)}/leases`;
  const one = `${path}/${encodeURIComponent(name)}`;
  const made = (spec: Lease['spec']): Lease => ({
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    metadata: { name, namespace },
    spec,
  });
  return {
    read: () => found<Lease>(client.get(one)),
    create: (spec) => client.create(path, made(spec), controllerAsWriter) as Promise<Lease>,
    replace: (lease) => client.replace(one, lease, controllerAsWriter) as Promise<Lease>,
  };
}

/** A time as Kubernetes' MicroTime wants it. */
export const microTime = (date: Date): string => date.toISOString().replace('Z', '000Z');

/** The lease as nobody holds it; who sees it need not wait. */
export function released(lease: Lease, date: Date): Lease {
  const now = microTime(date);
  const { leaseTransitions = 0 } = lease.spec;
  const spec = { holderIdentity: '', leaseDurationSeconds: 1, acquireTime: now, renewTime: now, leaseTransitions };
  return { ...lease, spec };
}
