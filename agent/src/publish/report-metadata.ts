import type { NodeReport } from '@calico-readiness/requirements';
import type { AgentLog } from '../foundation/agent-log';
import { errorText } from '../foundation/agent-log';
import type { FilledNodeReport } from './node-report';
import { verdictLabel } from './node-report';
import type { ReportApi } from './report-api';
import { ApiError } from '../cluster/api-error';

const ownerRefused =
  'The API does not let the agent set its Node as owner of an existing report: OpenShift requires permission to delete the report. The report stays up to date without an owner; delete it once, and it is created with its owner';

/** Label and owner of a report, which writing a status leaves as they were. */
export class ReportMetadata {
  /** Whether they may not be what the report's status says. */
  isDue = false;
  /** uid of the Node that we may not make the owner. */
  private refusedOwner: string | undefined;

  constructor(
    private readonly api: ReportApi,
    private readonly log: AgentLog,
  ) {}

  /** A report that is created anew has its owner from the beginning. */
  forget(): void {
    this.isDue = false;
    this.refusedOwner = undefined;
  }

  /** Brings label and owner of what the API holds to what the report says, with no request where they are; resolves to what it holds then. */
  async bring(held: NodeReport, report: FilledNodeReport): Promise<NodeReport> {
    const { name, labels = {} } = report.metadata;
    const labelled =
      held.metadata.labels?.[verdictLabel] === labels[verdictLabel]
        ? held
        : await this.api.patchMetadata(name, { labels });
    const owned = await this.bringOwner(labelled, report);
    this.isDue = false;
    return owned;
  }

  /**
   * Makes the Node the owner of a report that was created without. Where the admission plugin
   * OwnerReferencesPermissionEnforcement is on (OpenShift: always), that takes the right to `delete` the report; creating
   * it with an owner does not. An agent has no such right and is told so for ever: it asks once.
   * https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#ownerreferencespermissionenforcement
   */
  private async bringOwner(held: NodeReport, { metadata }: FilledNodeReport): Promise<NodeReport> {
    const [owner] = metadata.ownerReferences ?? [];
    const owners = held.metadata.ownerReferences ?? [];
    if (owner === undefined || owner.uid === this.refusedOwner || owners.some(({ uid }) => uid === owner.uid))
      return held;
    try {
      const others = owners.filter(({ kind }) => kind !== 'Node');
      return await this.api.patchMetadata(metadata.name, { ownerReferences: [...others, owner] });
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 403)) throw error;
      this.refusedOwner = owner.uid;
      this.log.warn({ error: errorText(error) }, ownerRefused);
      return held;
    }
  }
}
