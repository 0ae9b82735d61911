import type { ResourceType } from '../resource-type';
import { detailsOf, qualified, StatusError, type Subject } from '../status';

/** A server-side apply for an object that is not there, as its uid says, and must not be made anew. */
export const absentUid = (type: Subject, name: string, uid: string): StatusError =>
  new StatusError(
    'Conflict',
    `Operation cannot be fulfilled on ${qualified(type)} "${name}": uid mismatch: the provided object specified uid ${uid}, and no existing object was found`,
    detailsOf(type, name),
  );

/** A fact that an update would change, and may not. */
export const immutable = (
  { group, kind }: Pick<ResourceType, 'group' | 'kind'>,
  name: string,
  field: string,
  value: string,
): StatusError =>
  new StatusError(
    'Invalid',
    `${group === '' ? kind : `${kind}.${group}`} "${name}" is invalid: ${field}: Invalid value: ${JSON.stringify(value)}: field is immutable`,
  );

/** Other managers have what a server-side apply would change: one line for one of them, else a list. */
export const applyConflict = (
  conflicts: readonly { readonly manager: string; readonly field: string }[],
): StatusError => {
  const [first] = conflicts;
  if (first !== undefined && conflicts.length === 1)
    return new StatusError('Conflict', `Apply failed with 1 conflict: conflict with ${first.manager}: ${first.field}`);
  const managers = [...new Set(conflicts.map(({ manager }) => manager))].sort();
  const lines = managers.flatMap((manager) => [
    `conflicts with ${manager}:`,
    ...conflicts.filter((conflict) => conflict.manager === manager).map(({ field }) => `- ${field}`),
  ]);
  return new StatusError('Conflict', `Apply failed with ${String(conflicts.length)} conflicts: ${lines.join('\n')}`);
};
