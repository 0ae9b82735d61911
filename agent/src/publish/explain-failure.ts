import { AnswerTooLargeError } from '../cluster/bounded-http';
import { NodeMissingError } from './node-missing';
import { ApiError } from '../cluster/api-error';

/** Why a report could not be written, in a sentence for the log, with what to look at. */
export function explainFailure(error: unknown): string {
  if (error instanceof ApiError) return explainAnswer(error);
  if (error instanceof NodeMissingError) return 'There is no Node of that name to own the report; waiting for it';
  if (error instanceof AnswerTooLargeError) return 'The answer of the API is larger than any report; trying again';
  if (error instanceof SyntaxError) return 'The server does not answer as a Kubernetes API; trying again';
  if (isDefect(error)) return 'The agent cannot create its report, which is a defect of the agent; trying again';
  if (untrusted.has(codeOf(error)))
    return 'The agent does not trust the certificate of the API: check the authority, the name and the time; trying again';
  if (isLogin(error))
    return 'The agent cannot get its credentials: a token, a certificate, or the output of a program; trying again';
  return 'The API cannot be reached; trying again';
}

/** What the chart's policy of admission says (own-report.yaml). */
const backInTime = 'does not set status.observedAt back';

function explainAnswer({ status, message }: ApiError): string {
  if (status === 403 && message.includes(backInTime))
    return 'The API holds a later report of this node: another agent writes it, or the clock of the node was ahead; delete the NodeReport, and it is created anew; trying again';
  switch (status) {
    case 401:
      return 'The API does not accept the token or the certificate of the agent; trying again';
    case 403:
      return 'The API does not permit the agent to read its Node or to write its NodeReport; trying again';
    case 404:
      return 'The API does not know NodeReports: the custom resource definitions of calicoreadiness.io are not installed; trying again';
    case 422:
      return 'The API refuses the report: its custom resource definition is older or newer than the agent; trying again';
    default:
      return 'The API could not take the report; trying again';
  }
}

/** Errors of programs, unlike those of connections: Node.js gives the latter a code, also where they are TypeErrors. */
const isDefect = (error: unknown): boolean =>
  [TypeError, RangeError, ReferenceError].some((kind) => error instanceof kind) && codeOf(error) === undefined;

/** What is wrong with a certificate, as Node.js says it. https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const untrusted: ReadonlySet<unknown> = new Set([
  'CERT_CHAIN_TOO_LONG',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REJECTED',
  'CERT_REVOKED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** A file that cannot be read, a program that cannot be started; one that fails is an error without any code, which no connection has. */
function isLogin(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('syscall' in error) return /^(open|spawn)\b/.test(String(error.syscall));
  return error.name === 'Error' && codeOf(error) === undefined;
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);
