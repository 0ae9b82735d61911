import { isRecord, type KubernetesObject } from './kubernetes-object';
import type { ResourceType } from './resource-type';
import type { Verb } from './scenario';
import { preconditionFailed, StatusError } from './status';

const optionKinds: Readonly<Partial<Record<Verb, string>>> = {
  create: 'CreateOptions',
  update: 'UpdateOptions',
  patch: 'PatchOptions',
  delete: 'DeleteOptions',
};

const fieldValidations = ['Ignore', 'Strict', 'Warn'];

export const isDryRun = (query: URLSearchParams): boolean => query.get('dryRun') === 'All';

/** Refuses values of `dryRun` and `fieldValidation` that the API does not know, and, where it is strict, fields as well. */
export const checkWriteOptions = (verb: Verb, type: ResourceType, query: URLSearchParams, body: unknown): void => {
  const kind = optionKinds[verb];
  if (kind === undefined) return;
  const dryRun = query.get('dryRun') ?? '';
  if (dryRun !== '' && dryRun !== 'All') throw unsupported(kind, 'dryRun', [dryRun], ['All']);
  const validation = query.get('fieldValidation') ?? '';
  if (verb === 'delete') return;
  if (validation !== '' && !fieldValidations.includes(validation))
    throw unsupported(kind, 'fieldValidation', validation, ['', ...fieldValidations]);
  const spec = isRecord(body) ? body['spec'] : undefined;
  if (validation !== 'Strict' || type.specFields === undefined || !isRecord(spec)) return;
  const unknown = Object.keys(spec)
    .filter((field) => !type.specFields?.includes(field))
    .sort();
  if (unknown.length > 0) {
    throw new StatusError(
      'BadRequest',
      `${type.kind} in version "${type.version}" cannot be handled as a ${type.kind}: strict decoding error: ${unknown.map((field) => `unknown field "spec.${field}"`).join(', ')}`,
    );
  }
};

/** Only a server-side apply has to say who writes. */
export const checkApplyOptions = (query: URLSearchParams): void => {
  if ((query.get('fieldManager') ?? '') !== '') return;
  throw new StatusError(
    'Invalid',
    'PatchOptions.meta.k8s.io "" is invalid: fieldManager: Required value: is required for apply patch',
  );
};

const unsupported = (kind: string, option: string, value: unknown, supported: readonly string[]): StatusError =>
  new StatusError(
    'Invalid',
    `${kind}.meta.k8s.io "" is invalid: ${option}: Unsupported value: ${JSON.stringify(value)}: supported values: ${supported.map((choice) => JSON.stringify(choice)).join(', ')}`,
  );

/** Without the fields of `spec` that the type does not have, as the API stores it. */
export const pruned = (type: ResourceType, object: KubernetesObject): KubernetesObject => {
  const { spec } = object;
  if (type.specFields === undefined || !isRecord(spec)) return object;
  const known = Object.entries(spec).filter(([field]) => type.specFields?.includes(field));
  return { ...object, spec: Object.fromEntries(known) };
};

/** Refuses a deletion that is meant for another object, or another version of it. */
export const checkPreconditions = (type: ResourceType, object: KubernetesObject, options: unknown): void => {
  const preconditions = isRecord(options) ? options['preconditions'] : undefined;
  if (!isRecord(preconditions)) return;
  const { uid, resourceVersion } = preconditions;
  const { metadata } = object;
  const differs = (word: string, asked: unknown, recorded = ''): string =>
    `${word} in the precondition (${String(asked)}) does not match the ${word} in record (${recorded}). The object might have been`;
  if (uid !== undefined && uid !== metadata.uid)
    throw preconditionFailed(type, metadata.name, `${differs('UID', uid, metadata.uid)} deleted and then recreated`);
  if (resourceVersion !== undefined && resourceVersion !== metadata.resourceVersion) {
    const what = `${differs('ResourceVersion', resourceVersion, metadata.resourceVersion)} modified`;
    throw preconditionFailed(type, metadata.name, what);
  }
};
