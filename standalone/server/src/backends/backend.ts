import type { EmbeddedApi } from '../kubernetes/embedded-api';
import type { MachineConfigOperator } from '../sample/operator/machine-config-operator';
import type { ReportChanges } from '../sample/report-changes';
import type { SampleNetwork } from '../sample/sample-network';

/** How the back end itself asks the API that answers for it. */
export interface ApiAccess {
  /** The root under which the API answers. */
  readonly url: string;
  readonly bearer: string;
}

/** Where the objects behind `/api/kubernetes` come from. */
export interface Backend {
  readonly name: 'local' | 'sample';
  /** What the masthead says about it. */
  readonly label: string;
  /** Whether the objects are invented: then every page says so. */
  readonly isSample: boolean;
  /** What else is to be known of it, in a few sentences; for the terminal, and above each page. */
  readonly notice?: string;
  readonly api: EmbeddedApi;
  /** What stands in for the Machine Config Operator; only where the objects are invented. */
  readonly operator?: Pick<MachineConfigOperator, 'settings' | 'configure'>;
  /** Reports that change at a pace; only where the objects are invented. */
  readonly changes?: Pick<ReportChanges, 'perSecond' | 'setPace'>;
  /** The network between the nodes; only where the objects are invented. */
  readonly network?: Pick<SampleNetwork, 'isRepaired' | 'setRepaired'>;
  /**
   * Does what the back end does beside answering, until the signal aborts; then it resolves. Called once the servers
   * listen.
   */
  readonly run: (access: ApiAccess, signal: AbortSignal) => Promise<void>;
}
