import { clusterReportStatus, PolicyWaivers, readNode, ReportReader, summarizeFleet } from '@calico-readiness/agent';
import { clusterReportName, profileValues, type ClusterReportStatus } from '@calico-readiness/requirements';
import type { KubernetesObject } from '../kubernetes/kubernetes-object';
import type { ObjectStore } from '../kubernetes/object-store';
import { clusterReportType, nodeReportType, nodeType, readinessPolicyType } from '../kubernetes/resource-type';
import { brokenFlows } from './broken-flows';
import { sampleFlows } from './sample-flows';
import { profileOf } from './sample-policy';

/** As the controller, which sums thousands of changes up a few times. */
const shortestGapMilliseconds = 5_000;
/** At the latest reports are looked at after so long, since they become stale without a word. */
const longestSleepMilliseconds = 30_000;

const openshift = { status: 'seen', version: '4.20.1', channel: 'stable-4.20' } as const;

/** Stands in for the controller, in the sample fleet only: keeps the ClusterReport, with the controller's own functions. */
export class SampleController {
  readonly #store: ObjectStore;
  readonly #reader = new ReportReader();
  #waivers = new PolicyWaivers();
  /** Of objects as the store has them, which it never changes. */
  readonly #read = new WeakMap<KubernetesObject, ReturnType<ReportReader['read']>>();

  constructor(store: ObjectStore) {
    this.#store = store;
    store.create(clusterReportType, {
      apiVersion: 'calicoreadiness.io/v1alpha1',
      kind: 'ClusterReport',
      metadata: { name: clusterReportName },
    });
  }

  /** Writes what the reports say together now. */
  sumUp(now = new Date()): void {
    const report = this.#store.find(clusterReportType, clusterReportName);
    if (report === undefined) return;
    const profile = profileOf(this.#store);
    const status = clusterReportStatus({
      fleet: this.#fleet(now.getTime()),
      profile,
      openshift,
      previous: report['status'] as ClusterReportStatus | undefined,
      now: now.toISOString(),
    });
    const broken = brokenFlows(this.#store.list(nodeReportType));
    const flows = sampleFlows(this.#store.list(nodeType), profileValues(profile), broken);
    this.#store.update(clusterReportType, { ...report, status: { ...status, flows } }, 'status');
  }

  #fleet(now: number) {
    const nodes = this.#store.list(nodeType).flatMap((node) => {
      const known = readNode({ ...node, metadata: { ...node.metadata } });
      return known === undefined ? [] : [[node.metadata.name, known] as const];
    });
    const reports = this.#store.list(nodeReportType).flatMap((report) => {
      const read = this.#read.get(report) ?? this.#reader.read({ ...report, metadata: { ...report.metadata } });
      this.#read.set(report, read);
      return read === undefined ? [] : [[report.metadata.name, read] as const];
    });
    const spec = this.#store.find(readinessPolicyType, 'cluster')?.['spec'] as { waivers?: unknown } | undefined;
    this.#waivers = this.#waivers.as(spec?.waivers);
    return summarizeFleet({ nodes: new Map(nodes), reports: new Map(reports), waivers: this.#waivers }, now);
  }

  run(signal: AbortSignal): void {
    let isNews = false;
    let sleptMilliseconds = 0;
    const stop = this.#store.events.subscribe(({ type }) => {
      isNews ||= type === nodeReportType || type === nodeType || type === readinessPolicyType;
    });
    const timer = setInterval(() => {
      sleptMilliseconds += shortestGapMilliseconds;
      if (!isNews && sleptMilliseconds < longestSleepMilliseconds) return;
      isNews = false;
      sleptMilliseconds = 0;
      this.sumUp();
    }, shortestGapMilliseconds);
    signal.addEventListener('abort', () => {
      stop();
      clearInterval(timer);
    });
  }
}
