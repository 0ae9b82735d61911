/** One request as the API server's audit log has it (audit.k8s.io/v1 Event), shortened to what is counted. */
export interface AuditedRequest {
  /** Of the clock that everybody on the machine has; milliseconds. */
  readonly receivedAt: number;
  readonly verb: string;
  /** With its subresource: `nodereports/status`. */
  readonly resource: string;
  readonly user: string;
  /** Status of the answer; 0 before it. */
  readonly status: number;
}

/** What is kept of the audit policy: each request once, when it is answered; a watch when it begins. */
export const auditPolicy = {
  apiVersion: 'audit.k8s.io/v1',
  kind: 'Policy',
  omitStages: ['RequestReceived', 'Panic'],
  rules: [{ level: 'Metadata' }],
};

interface Event {
  readonly stage: string;
  readonly verb: string;
  readonly user: { readonly username: string };
  readonly objectRef?: { readonly resource?: string; readonly subresource?: string };
  readonly responseStatus?: { readonly code?: number };
  readonly requestReceivedTimestamp: string;
}

/** The requests in lines of an audit log, in their order. Throws SyntaxError for a line that is no JSON. */
export function auditedRequests(lines: readonly string[]): readonly AuditedRequest[] {
  return lines
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Event)
    .filter(({ stage, verb }) => (verb === 'watch') === (stage === 'ResponseStarted'))
    .map(({ verb, user, objectRef, responseStatus, requestReceivedTimestamp }) => ({
      receivedAt: Date.parse(requestReceivedTimestamp),
      verb,
      resource: [objectRef?.resource, objectRef?.subresource].filter((part) => part !== undefined).join('/'),
      user: user.username,
      status: responseStatus?.code ?? 0,
    }));
}

/** How many requests there were of each kind, such as `patch nodereports/status`, the most frequent first. */
export function countedByKind(requests: readonly AuditedRequest[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { verb, resource } of requests) {
    const kind = `${verb} ${resource}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].sort(([, left], [, right]) => right - left);
}

/** How many requests came in each second from `from` on; milliseconds. */
export function countedBySecond(requests: readonly AuditedRequest[], from: number): readonly number[] {
  const seconds = requests
    .filter(({ receivedAt }) => receivedAt >= from)
    .map(({ receivedAt }) => Math.floor((receivedAt - from) / 1000));
  const counts: number[] = [];
  for (const second of seconds) {
    while (counts.length <= second) counts.push(0);
    counts[second] = (counts[second] ?? 0) + 1;
  }
  return counts;
}

const writes: readonly string[] = ['create', 'update', 'patch', 'delete'];

/** What changes something. */
export const isWrite = ({ verb }: AuditedRequest): boolean => writes.includes(verb);
