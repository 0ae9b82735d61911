import type { ReadinessPolicy } from '@calico-readiness/requirements';
import type { ReportApi } from './report-api';
import { ApiError } from './report-api';

/** The cluster's ReadinessPolicy, or undefined when there is none; an agent that may not read it works without one. Rejects with ApiError otherwise. */
export async function readPolicy(api: ReportApi): Promise<ReadinessPolicy | undefined> {
  try {
    return await api.readPolicy();
  } catch (error) {
    if (error instanceof ApiError && error.status === 403) return undefined;
    throw error;
  }
}
