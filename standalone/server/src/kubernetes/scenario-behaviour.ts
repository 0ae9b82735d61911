import type { KubernetesObject } from './kubernetes-object';
import type { ResourceType } from './resource-type';
import type { StatusError } from './status';

export type Verb = 'get' | 'list' | 'watch' | 'create' | 'update' | 'patch' | 'delete';

/** A request as far as a scenario looks at it. */
export interface ScenarioRequest {
  readonly type: ResourceType;
  readonly verb: Verb;
  /** Whether it asks for a page after the first. */
  readonly continued: boolean;
  /** Whether nothing is to be stored. */
  readonly dryRun: boolean;
}

/** A way in which the API misbehaves, so that every state of the pages can be shown and tested. */
export interface Scenario {
  /** What every request is answered with where the API itself is gone. */
  readonly outage?: StatusError;
  readonly serves: (type: ResourceType) => boolean;
  /** The error that the request is answered with, for want of a right. */
  readonly refuse: (request: ScenarioRequest) => StatusError | undefined;
  /** The error of a webhook, which the user's rights say nothing of. */
  readonly admit: (request: ScenarioRequest) => StatusError | undefined;
  /** The error that is answered although the request was fulfilled, as after a timeout between API server and etcd. */
  readonly loseAnswer: (request: ScenarioRequest) => StatusError | undefined;
  readonly delayMilliseconds: (request: ScenarioRequest) => number;
  /** What a reader sees instead of the object; undefined when it is hidden. */
  readonly present: (type: ResourceType, object: KubernetesObject) => KubernetesObject | undefined;
}

/** An API that does what it should. */
export const normal: Scenario = {
  serves: () => true,
  refuse: () => undefined,
  admit: () => undefined,
  loseAnswer: () => undefined,
  delayMilliseconds: () => 0,
  present: (_type, object) => object,
};
