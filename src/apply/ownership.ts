import { machineConfigGuideLabel } from '@calico-readiness/requirements';
import type { GuideId } from '@calico-readiness/requirements';
import type { MachineConfigResource } from '../k8s/machine-config';
import { asList, asRecord, asText } from '../k8s/untyped';

/** Whether a guide made an object; if not, who says to have written it. Names are untrusted. */
export type Ownership = { readonly kind: 'ours' } | { readonly kind: 'foreign'; readonly makers: readonly string[] };

/** Noted on an object that somebody else made and a guide added to: it is not ours to delete. */
export const adoptedAnnotation = 'calicoreadiness.io/adopted';

export const isAdopted = (object: MachineConfigResource): boolean =>
  object.metadata?.annotations?.[adoptedAnnotation] !== undefined;

const mostMakers = 5;

/** Only the label counts: a name that fits may be a coincidence. */
export function ownership(object: MachineConfigResource, guide: GuideId): Ownership {
  return object.metadata?.labels?.[machineConfigGuideLabel] === guide
    ? { kind: 'ours' }
    : { kind: 'foreign', makers: makersOf(object) };
}

/** Owners first, then a tool that calls itself the manager, then the field managers that the API server noted. */
function makersOf({ metadata }: MachineConfigResource): string[] {
  const owners = asList(metadata?.ownerReferences)
    .map(asRecord)
    .flatMap(({ kind, name }) => (asText(name) === undefined ? [] : [`${asText(kind) ?? ''} ${asText(name) ?? ''}`]));
  const tool = asText(metadata?.labels?.['app.kubernetes.io/managed-by']);
  const managers = asList(metadata?.managedFields).flatMap((entry) => asText(asRecord(entry)['manager']) ?? []);
  return [...new Set([...owners, ...(tool === undefined ? [] : [tool]), ...managers])].slice(0, mostMakers);
}
