import { isRecord, type KubernetesObject } from '../../kubernetes/kubernetes-object';
import type { ObjectStore } from '../../kubernetes/object-store';
import { machineConfigurationType } from '../../kubernetes/resource-type';

type Fields = Readonly<Record<string, unknown>>;

/** Some of the policies that the operator brings (pkg/apihelpers/apihelpers.go, defaultClusterPolicies). */
const defaults = {
  files: [
    { path: '/var/lib/kubelet/config.json', actions: [{ type: 'None' }] },
    { path: '/etc/containers/registries.conf', actions: [{ type: 'Special' }] },
  ],
  units: [] as readonly Fields[],
  sshkey: { actions: [{ type: 'None' }] },
};

/**
 * What the Machine Config Operator says in the status of MachineConfiguration: its own policies, with those of the
 * specification over them and behind them (pkg/apihelpers/apihelpers.go, MergeClusterPolicies).
 */
export class DisruptionPolicies {
  readonly #store: ObjectStore;
  readonly #pace: () => number | null;
  #timer: NodeJS.Timeout | undefined;

  /** `pace` is in milliseconds; null for never. */
  constructor(store: ObjectStore, pace: () => number | null) {
    this.#store = store;
    this.#pace = pace;
    this.#writeAll();
  }

  run(signal: AbortSignal): void {
    const stop = this.#store.events.subscribe(({ type }) => {
      if (type === machineConfigurationType) this.configured();
    });
    signal.addEventListener('abort', () => {
      stop();
      clearTimeout(this.#timer);
    });
  }

  /** Waits anew, at the pace of now. */
  configured(): void {
    clearTimeout(this.#timer);
    const pace = this.#pace();
    if (pace !== null) this.#timer = setTimeout(() => this.#writeAll(), pace);
  }

  #writeAll(): void {
    for (const object of this.#store.list(machineConfigurationType)) {
      const status = { observedGeneration: object.metadata.generation, nodeDisruptionPolicyStatus: statusOf(object) };
      this.#store.update(machineConfigurationType, { ...object, status }, 'status');
    }
  }
}

const statusOf = (object: KubernetesObject): object => {
  const policy = record(record(object['spec'])['nodeDisruptionPolicy']);
  const { actions } = record(policy['sshkey']);
  return {
    clusterPolicies: {
      files: merged(defaults.files, policy['files'], 'path'),
      units: merged(defaults.units, policy['units'], 'name'),
      sshkey: actions === undefined ? defaults.sshkey : policy['sshkey'],
    },
  };
};

const merged = (before: readonly Fields[], over: unknown, key: string): readonly Fields[] => {
  const wishes = (Array.isArray(over) ? over : []).map(record);
  const rest = wishes.filter((wish) => !before.some((entry) => entry[key] === wish[key]));
  return [...before.map((entry) => wishes.find((wish) => wish[key] === entry[key]) ?? entry), ...rest];
};

const record = (value: unknown): Fields => (isRecord(value) ? value : {});
