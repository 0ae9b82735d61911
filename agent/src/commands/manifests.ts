import path from 'node:path';
import type { ClusterProfile, NodeChange } from '@calico-readiness/requirements';
import { dayZeroChanges, guideById, inEnglish } from '@calico-readiness/requirements';
import { errorText } from '../foundation/agent-log';
import { directoryProblem, directoryState } from '../manifests/manifest-directory';
import type { Manifest } from '../manifests/manifest-texts';
import { manifestsFor } from '../manifests/manifest-texts';
import { readsMachineConfigs, unmetOfCluster } from '../manifests/openshift-releases';
import { writeManifests } from '../manifests/write-manifests';
import { exitStatus, MachineError, UsageError } from './exit-status';

/** What `manifests` was asked. */
export interface ManifestsRequest {
  /** Undefined where none was named. */
  readonly role?: readonly string[];
  /** A directory; undefined for standard output. */
  readonly output?: string;
  readonly openshiftVersion?: string;
  readonly hosted: boolean;
  readonly profile: ClusterProfile;
}

/** What it prints: `text` is for standard output, `remarks` are not. */
export interface ManifestsResult {
  readonly text: string;
  readonly remarks: string;
  readonly exitStatus: number;
}

/**
 * Writes the manifests to a directory, or returns them as text. Throws UsageError where nothing can be written as
 * asked, in which case nothing was, and MachineError where the file system fails.
 */
export function writtenManifests(request: ManifestsRequest): ManifestsResult {
  const { openshiftVersion, output, profile } = request;
  const roles = rolesOf(request);
  if (openshiftVersion !== undefined && !request.hosted && !readsMachineConfigs(openshiftVersion))
    throw new UsageError(
      `option '--openshift-version <version>': OpenShift ${openshiftVersion} does not read these MachineConfigs, which needs 4.7 or later.`,
    );
  const unmet = openshiftVersion === undefined ? [] : unmetOfCluster(openshiftVersion, profile);
  const status = unmet.length === 0 ? exitStatus.ready : exitStatus.notReady;
  const warnings = unmet.map((sentence) => `warning: ${sentence}\n`).join('');
  const changes = dayZeroChanges(profile);
  const manifests = manifestsFor(changes, roles, request.hosted ? 'node-pool-config' : 'machine-config');
  if (output === undefined) {
    const text = manifests.map((manifest) => manifest.text).join('---\n');
    return { text, remarks: `${warnings}${manifests.length === 0 ? nothingNeeded : ''}`, exitStatus: status };
  }
  const problem = directoryProblem(output);
  if (problem !== undefined) throw new UsageError(`option '--output <directory>': ${problem}`);
  const text =
    manifests.length === 0 ? nothingNeeded : `${because(changes)}${writtenTo(output, manifests)}${next(request)}`;
  return { text, remarks: warnings, exitStatus: status };
}

const nothingNeeded =
  'Nothing to write: with this profile, nodes as OpenShift installs them need no MachineConfig for Calico.\n';

function rolesOf({ role, hosted }: ManifestsRequest): readonly string[] {
  if (!hosted) {
    if (role === undefined)
      throw new UsageError("option '--role <names>' is missing: give the roles of the nodes, such as master,worker.");
    return role;
  }
  // HyperShift renders what a NodePool refers to for the role worker, whatever the label says.
  if (role !== undefined && role.some((name) => name !== 'worker'))
    throw new UsageError("option '--role <names>': the nodes of a hosted control plane have the role worker only.");
  return ['worker'];
}

const because = (changes: readonly NodeChange[]): string =>
  changes
    .map(({ guide, requirements }) => {
      const title = guideById(guide)?.title;
      return `${title === undefined ? guide : inEnglish(title)}, for ${requirements.join(', ')}\n`;
    })
    .join('');

function writtenTo(directory: string, manifests: readonly Manifest[]): string {
  const { missing, same, different } = directoryState(directory, manifests);
  if (different.length > 0) {
    const files = different.map((name) => `  ${path.join(directory, name)}`).join('\n');
    throw new UsageError(
      `These files exist and differ from what would be written; nothing was written:\n${files}\nCompare them with what 'calico-readiness manifests' prints without --output, then move them away or keep them.`,
    );
  }
  try {
    writeManifests(directory, missing);
  } catch (error) {
    throw new MachineError(`Cannot write to ${directory}; nothing was written: ${errorText(error)}`);
  }
  const lines = (word: string, names: readonly string[]): string =>
    names.map((name) => `${word} ${path.join(directory, name)}\n`).join('');
  return `${lines('unchanged', same)}${lines(
    'wrote',
    missing.map(({ fileName }) => fileName),
  )}`;
}

const next = ({ hosted }: ManifestsRequest): string =>
  hosted
    ? 'Create each ConfigMap in the namespace of the NodePool, and add its name to spec.config of the NodePool.\n'
    : '';
