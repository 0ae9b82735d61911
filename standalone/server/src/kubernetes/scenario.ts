import type { KubernetesObject } from './kubernetes-object';
import { nodeReportType, type ResourceType } from './resource-type';
import { forbidden, StatusError } from './status';

export type Verb = 'get' | 'list' | 'watch' | 'create' | 'update' | 'patch' | 'delete';

/** A request as far as a scenario looks at it. */
export interface ScenarioRequest {
  readonly type: ResourceType;
  readonly verb: Verb;
  /** Whether it asks for a page after the first. */
  readonly continued: boolean;
}

/** A way in which the API misbehaves, so that every state of the pages can be shown and tested. */
export interface Scenario {
  readonly serves: (type: ResourceType) => boolean;
  /** The error that the request is answered with. */
  readonly refuse: (request: ScenarioRequest) => StatusError | undefined;
  readonly delayMilliseconds: (request: ScenarioRequest) => number;
  /** What a reader sees instead of the object; undefined when it is hidden. */
  readonly present: (type: ResourceType, object: KubernetesObject) => KubernetesObject | undefined;
}

const normal: Scenario = {
  serves: () => true,
  refuse: () => undefined,
  delayMilliseconds: () => 0,
  present: (_type, object) => object,
};

const isReport = (type: ResourceType): boolean => type === nodeReportType;
const isRead = (verb: Verb): boolean => verb === 'get' || verb === 'list' || verb === 'watch';

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
    refuse: ({ type, verb }) =>
      isReport(type) && isRead(verb) ? new StatusError('InternalError', 'etcdserver: request timed out') : undefined,
  },
  stale: { ...normal, present: (type, object) => (isReport(type) ? twoHoursEarlier(object) : object) },
  'slow-pages': { ...normal, delayMilliseconds: ({ verb, continued }) => (verb === 'list' && continued ? 1500 : 0) },
} as const satisfies Readonly<Record<string, Scenario>>;

export type ScenarioName = keyof typeof scenarios;

export const scenarioNames = Object.keys(scenarios) as readonly ScenarioName[];

export const isScenarioName = (name: unknown): name is ScenarioName =>
  typeof name === 'string' && Object.hasOwn(scenarios, name);

export const scenarioOf = (name: ScenarioName): Scenario => scenarios[name];
