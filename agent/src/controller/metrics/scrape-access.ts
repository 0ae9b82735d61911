import { createHash } from 'node:crypto';
import type { ApiClient } from '../../cluster/api-client';
import { isRecord } from '../../publish/carried-on';

/** What is said to who asks for metrics. */
export type Access = 'allowed' | 'unauthenticated' | 'forbidden' | 'busy';

/** Milliseconds for which an answer counts: Prometheus asks each minute, and who is refused may be given the right. */
const validFor: Readonly<Record<Exclude<Access, 'busy'>, number>> = {
  allowed: 60_000,
  unauthenticated: 10_000,
  forbidden: 10_000,
};
/** Answers that are remembered, and tokens that are asked about at once. */
const mostRemembered = 64;
const mostAsked = 4;

/** What is asked for, as a role has to permit it. */
const attributes = { path: '/metrics', verb: 'get' } as const;

/**
 * Whether a bearer token permits to get `/metrics`: the API says whose it is (TokenReview), and whether he may
 * (SubjectAccessReview). Tokens are remembered by their hash.
 */
export class ScrapeAccess {
  private readonly known = new Map<string, { readonly access: Exclude<Access, 'busy'>; readonly until: number }>();
  private asking = 0;

  constructor(
    private readonly client: Pick<ApiClient, 'create'>,
    /** Monotonic, milliseconds. */
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Rejects when the API cannot say. */
  async accessOf(token: string): Promise<Access> {
    const key = createHash('sha256').update(token).digest('base64');
    const known = this.known.get(key);
    if (known !== undefined && this.now() < known.until) return known.access;
    // Whoever sends thousands of tokens must not make us ask the API thousands of times at once.
    if (this.asking >= mostAsked) return 'busy';
    this.asking += 1;
    try {
      const access = await this.ask(token);
      this.remember(key, access);
      return access;
    } finally {
      this.asking -= 1;
    }
  }

  private async ask(token: string): Promise<Exclude<Access, 'busy'>> {
    const { client } = this;
    const review = await client.create(
      '/apis/authentication.k8s.io/v1/tokenreviews',
      { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenReview', spec: { token } },
      {},
    );
    const { authenticated, user } = statusOf(review);
    if (authenticated !== true || !isRecord(user)) return 'unauthenticated';
    const { username, groups, uid, extra } = user;
    const answer = await client.create(
      '/apis/authorization.k8s.io/v1/subjectaccessreviews',
      {
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SubjectAccessReview',
        spec: { user: username, groups, uid, extra, nonResourceAttributes: attributes },
      },
      {},
    );
    return statusOf(answer)['allowed'] === true ? 'allowed' : 'forbidden';
  }

  private remember(key: string, access: Exclude<Access, 'busy'>): void {
    this.known.delete(key);
    const [oldest] = this.known.keys();
    if (this.known.size >= mostRemembered && oldest !== undefined) this.known.delete(oldest);
    this.known.set(key, { access, until: this.now() + validFor[access] });
  }
}

function statusOf(review: object): Readonly<Record<string, unknown>> {
  const status = 'status' in review ? review.status : undefined;
  return isRecord(status) ? status : {};
}
