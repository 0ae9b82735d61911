import type { ResourceType } from './resource-type';

/** The reasons that clients tell errors apart by (metav1.StatusReason), with their HTTP status. */
const statusCodes = {
  BadRequest: 400,
  Unauthorized: 401,
  Forbidden: 403,
  NotFound: 404,
  MethodNotAllowed: 405,
  AlreadyExists: 409,
  Conflict: 409,
  Expired: 410,
  RequestEntityTooLarge: 413,
  UnsupportedMediaType: 415,
  Invalid: 422,
  InternalError: 500,
  ServiceUnavailable: 503,
} as const;

export type StatusReason = keyof typeof statusCodes;

/** metav1.Status, as Kubernetes answers every failed request. */
export interface Status {
  readonly kind: 'Status';
  readonly apiVersion: 'v1';
  readonly metadata: Readonly<Record<string, never>>;
  readonly status: 'Failure';
  readonly message: string;
  readonly reason: StatusReason;
  readonly details?: { readonly name?: string; readonly group?: string; readonly kind?: string };
  readonly code: number;
}

/** What an error is about. */
export type Subject = Pick<ResourceType, 'group' | 'plural'>;

/** An error that the client is told about. */
export class StatusError extends Error {
  readonly status: Status;

  constructor(reason: StatusReason, message: string, details?: Status['details']) {
    super(message);
    this.name = 'StatusError';
    this.status = {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message,
      reason,
      ...(details === undefined ? {} : { details }),
      code: statusCodes[reason],
    };
  }
}

export const qualified = ({ group, plural }: Subject): string => (group === '' ? plural : `${plural}.${group}`);
export const detailsOf = ({ group, plural }: Subject, name: string): Status['details'] => ({
  name,
  group,
  kind: plural,
});

export const notFound = (type: Subject, name: string): StatusError =>
  new StatusError('NotFound', `${qualified(type)} "${name}" not found`, detailsOf(type, name));

export const alreadyExists = (type: Subject, name: string): StatusError =>
  new StatusError('AlreadyExists', `${qualified(type)} "${name}" already exists`, detailsOf(type, name));

export const conflict = (type: Subject, name: string): StatusError =>
  new StatusError(
    'Conflict',
    `Operation cannot be fulfilled on ${qualified(type)} "${name}": the object has been modified; please apply your changes to the latest version and try again`,
    detailsOf(type, name),
  );

export const preconditionFailed = (
  type: Pick<ResourceType, 'group' | 'plural' | 'kind'>,
  name: string,
  what: string,
): StatusError =>
  new StatusError(
    'Conflict',
    `Operation cannot be fulfilled on ${type.group === '' ? type.kind : `${type.kind}.${type.group}`} "${name}": the ${what}`,
    detailsOf(type, name),
  );

export const forbidden = (type: Subject, verb: string, name = ''): StatusError =>
  new StatusError(
    'Forbidden',
    `${qualified(type)} ${name === '' ? '' : `"${name}" `}is forbidden: User "standalone" cannot ${verb} resource "${type.plural}" in API group "${type.group}" at the cluster scope`,
    detailsOf(type, name),
  );
