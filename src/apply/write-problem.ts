import { apiStatus } from '../console/api-status';

/** Why a request to write was not fulfilled, as far as it changes what a person can do about it. */
export interface WriteProblem {
  readonly kind:
    /** The user has no right. */
    | 'forbidden'
    /** A webhook or a policy of the cluster does not want it. */
    | 'denied'
    /** The API does not accept the object. */
    | 'invalid'
    /** Somebody else created it. */
    | 'exists'
    /** Somebody else changed it. */
    | 'conflict'
    /** A server-side apply would change what another field manager has. */
    | 'owned'
    /** Somebody else deleted it. */
    | 'gone'
    /** Nothing was written, and it may work later. */
    | 'busy'
    /** It may have been written or not. */
    | 'unknown';
  /** What the API said; untrusted. */
  readonly message: string;
}

/** Admission says so in its own words, and with codes of its own choice. */
const admission = /^admission webhook |\badmission webhook "[^"]*" denied\b|\bValidatingAdmissionPolicy\b/;

export function writeProblem(error: unknown): WriteProblem {
  const { code, reason, message } = apiStatus(error);
  return { kind: kindOf(code, reason, message), message };
}

function kindOf(code: number | undefined, reason: string | undefined, message: string): WriteProblem['kind'] {
  if (code === undefined || code >= 500) return 'unknown';
  if (admission.test(message)) return 'denied';
  if (code === 409 && message.startsWith('Apply failed with ')) return 'owned';
  if (code === 409) return reason === 'AlreadyExists' ? 'exists' : 'conflict';
  if (code === 429) return 'busy';
  if (code === 404 || code === 410) return 'gone';
  return code === 401 || code === 403 ? 'forbidden' : 'invalid';
}
