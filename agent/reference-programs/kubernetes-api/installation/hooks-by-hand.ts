import { namespace } from '../chart/helm';
import type { KubernetesClient, KubernetesObject } from '../kubernetes-client';
import type { EndedPod, KubeletByHand } from './kubelet-by-hand';
import type { PodSpec } from './pod';

const jobsPath = `/apis/batch/v1/namespaces/${namespace}/jobs`;

/** A Job that ran: its name, and how its pod ended. */
export interface EndedJob extends EndedPod {
  readonly name: string;
}

/** Runs every Job once that is made while something goes on, and says in its status how it ended, as the Job controller would. */
export async function runningJobs<T>(
  client: KubernetesClient,
  kubelet: KubeletByHand,
  work: Promise<T>,
): Promise<{ readonly result: T; readonly jobs: readonly EndedJob[] }> {
  const jobs: EndedJob[] = [];
  const seen = new Set<string>();
  const going = { on: true };
  const ended = work.finally(() => {
    going.on = false;
  });
  // Whoever waits for it below is told.
  ended.catch(() => undefined);
  while (going.on) {
    for (const job of await jobsNow(client)) {
      const { name, uid = '' } = job.metadata;
      const { conditions } = job['status'] as { readonly conditions?: unknown };
      if (seen.has(uid) || conditions !== undefined) continue;
      seen.add(uid);
      await client.patch(`${jobsPath}/${name}/status`, { status: { startTime: new Date().toISOString() } });
      const pod = await kubelet.runToEnd((job['spec'] as { readonly template: { readonly spec: PodSpec } }).template);
      jobs.push({ name, ...pod });
      await client.patch(`${jobsPath}/${name}/status`, { status: statusOf(pod) });
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { result: await ended, jobs };
}

const jobsNow = async (client: KubernetesClient): Promise<readonly KubernetesObject[]> =>
  (await client.do('GET', jobsPath))['items'] as readonly KubernetesObject[];

/** The pod is not tried again, as the Job would. */
function statusOf({ status, output }: EndedPod): object {
  const now = new Date().toISOString();
  const condition = (type: string) => ({ type, status: 'True', lastProbeTime: now, lastTransitionTime: now });
  if (status === 0) {
    const conditions = [condition('SuccessCriteriaMet'), condition('Complete')];
    return { completionTime: now, succeeded: 1, conditions };
  }
  const reason = { reason: 'BackoffLimitExceeded', message: output.slice(0, 200) };
  const conditions = ['FailureTarget', 'Failed'].map((type) => ({ ...condition(type), ...reason }));
  return { failed: 1, conditions };
}
