import type { ApiOutcome, ApiWay } from '@calico-readiness/requirements';
import { oneLine } from '../../foundation/untrusted-text';
import { isSuccess, statusOf } from '../api-answer';
import type { Login } from '../api-login';
import { openAnswer } from '../bounded-http';

/** Milliseconds that one test may take: connection, TLS and answer. */
export const testLimit = 5_000;

/** The name that certificates of API servers have for the cluster; an endpoint is an address, which many leave out. */
const nameInCluster = 'kubernetes.default.svc';

/** One way to the API that is to be tested. */
export type UntestedWay = Pick<ApiWay, 'kind' | 'address'>;

/** Asks a server for /readyz with the node's own token, over a connection of its own. Never rejects; ends after `limit` milliseconds. */
export async function testApiWay(way: UntestedWay, login: Login, limit = testLimit): Promise<ApiWay> {
  const ending = new AbortController();
  const timer = setTimeout(() => {
    ending.abort();
  }, limit);
  try {
    const answer = await openAnswer(`https://${way.address}/readyz`, {
      ...login,
      ...(way.kind === 'server' && { servername: nameInCluster }),
      method: 'GET',
      signal: ending.signal,
    });
    answer.destroy();
    if (isSuccess(answer)) return { ...way, outcome: 'ready' };
    const status = statusOf(answer);
    return { ...way, outcome: status === 401 || status === 403 ? 'denied' : 'not-ready', said: String(status) };
  } catch (error) {
    return { ...way, ...(ending.signal.aborted ? { outcome: 'timed-out' } : outcomeOfError(error)) };
  } finally {
    clearTimeout(timer);
  }
}

/** Codes of connect(2), and of certificates whose chain does not end at the cluster's authority (OpenSSL, verify(1)). */
const outcomes: Readonly<Record<string, ApiOutcome>> = {
  ECONNREFUSED: 'refused',
  ETIMEDOUT: 'timed-out',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  SELF_SIGNED_CERT_IN_CHAIN: 'other-authority',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'other-authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'other-authority',
  UNABLE_TO_GET_ISSUER_CERT: 'other-authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'other-authority',
  CERT_SIGNATURE_FAILURE: 'other-authority',
  // The cluster's own authority signed it for another name: the server answers, and the token is not sent to it.
  ERR_TLS_CERT_ALTNAME_INVALID: 'not-ready',
};

function outcomeOfError(error: unknown): { readonly outcome: ApiOutcome; readonly said: string } {
  const { code, message } =
    error instanceof Error ? (error as NodeJS.ErrnoException) : { code: undefined, message: String(error) };
  const outcome = code !== undefined && Object.hasOwn(outcomes, code) ? outcomes[code] : undefined;
  return { outcome: outcome ?? 'failed', said: oneLine(code ?? message, 64) };
}
