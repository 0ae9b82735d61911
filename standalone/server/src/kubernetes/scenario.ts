import type { KubernetesObject } from './kubernetes-object';
import {
  clusterReportType,
  infrastructureType,
  machineConfigPoolType,
  machineConfigType,
  machineConfigurationType,
  nodeReportType,
  readinessPolicyType,
  type ResourceType,
} from './resource-type';
import { normal, type Scenario, type Verb } from './scenario-behaviour';
import { forbidden, StatusError } from './status';

export type { Scenario, Verb } from './scenario-behaviour';

/** Of a node, or the summary of all: what keeps a page from the one keeps it from the other. */
const isReport = (type: ResourceType): boolean => type === nodeReportType || type === clusterReportType;
const isRead = (verb: Verb): boolean => verb === 'get' || verb === 'list' || verb === 'watch';

const isMachineConfig = (type: ResourceType): boolean => type === machineConfigType;
/** As a proxy before an API server that is gone says it (apimachinery, NewServiceUnavailable). */
const gone = new StatusError('ServiceUnavailable', 'connection refused');
const timeout = new StatusError('InternalError', 'etcdserver: request timed out');

const withTopology =
  (topology: string): Scenario['present'] =>
  (type, object) =>
    type === infrastructureType
      ? { ...object, status: { controlPlaneTopology: topology, infrastructureTopology: topology } }
      : object;

const twoHoursEarlier = (object: KubernetesObject): KubernetesObject => {
  const status = object['status'];
  if (
    typeof status !== 'object' ||
    status === null ||
    !('observedAt' in status) ||
    typeof status.observedAt !== 'string'
  )
    return object;
  return {
    ...object,
    status: { ...status, observedAt: new Date(Date.parse(status.observedAt) - 2 * 3_600_000).toISOString() },
  };
};

const scenarios = {
  normal,
  'no-reports': { ...normal, present: (type, object) => (isReport(type) ? undefined : object) },
  'crd-missing': { ...normal, serves: ({ group }) => group !== nodeReportType.group },
  forbidden: {
    ...normal,
    refuse: ({ type, verb }) => (isReport(type) && isRead(verb) ? forbidden(type, verb) : undefined),
  },
  'nodes-forbidden': {
    ...normal,
    refuse: ({ type, verb }) => (type.plural === 'nodes' && isRead(verb) ? forbidden(type, verb) : undefined),
  },
  error: {
    ...normal,
    refuse: ({ type, verb }) => (isReport(type) && isRead(verb) ? timeout : undefined),
  },
  stale: { ...normal, present: (type, object) => (isReport(type) ? twoHoursEarlier(object) : object) },
  'waive-forbidden': {
    ...normal,
    refuse: ({ type, verb }) => (type === readinessPolicyType && !isRead(verb) ? forbidden(type, verb) : undefined),
  },
  'apply-forbidden': {
    ...normal,
    refuse: ({ type, verb }) =>
      ((isMachineConfig(type) || type === machineConfigPoolType || type === machineConfigurationType) &&
        !isRead(verb)) ||
      (isReport(type) && verb === 'patch')
        ? forbidden(type, verb)
        : undefined,
  },
  'machineconfigs-forbidden': {
    ...normal,
    refuse: ({ type, verb }) =>
      isMachineConfig(type) || type === machineConfigPoolType ? forbidden(type, verb) : undefined,
  },
  'webhook-denies': {
    ...normal,
    admit: ({ type, verb }) =>
      isMachineConfig(type) && !isRead(verb)
        ? new StatusError(
            'Forbidden',
            'admission webhook "change-window.sample.example" denied the request: MachineConfigs change on Sundays only',
          )
        : undefined,
  },
  'write-lost': {
    ...normal,
    loseAnswer: ({ type, verb, dryRun }) => (isMachineConfig(type) && !isRead(verb) && !dryRun ? timeout : undefined),
  },
  'single-node': { ...normal, present: withTopology('SingleReplica') },
  hosted: {
    ...normal,
    serves: ({ group }) => group !== machineConfigType.group,
    present: withTopology('External'),
  },
  'api-down': { ...normal, outage: gone },
  'slow-pages': { ...normal, delayMilliseconds: ({ verb, continued }) => (verb === 'list' && continued ? 1500 : 0) },
} as const satisfies Readonly<Record<string, Scenario>>;

export type ScenarioName = keyof typeof scenarios;

export const scenarioNames = Object.keys(scenarios) as readonly ScenarioName[];

export const isScenarioName = (name: unknown): name is ScenarioName =>
  typeof name === 'string' && Object.hasOwn(scenarios, name);

export const scenarioOf = (name: ScenarioName): Scenario => scenarios[name];
