import { writeProblem } from './write-problem';

const answer = (code: number | undefined, reason?: string, message = 'm') =>
  Object.assign(new Error('shortened by the console'), {
    ...(code !== undefined && { code, json: { code, reason, message } }),
  });

describe('writeProblem', () => {
  it.each([
    ['forbidden', 403, 'Forbidden', 'machineconfigs is forbidden: User "u" cannot create resource'],
    ['denied', 403, 'Forbidden', 'admission webhook "w" denied the request: not on Fridays'],
    ['denied', 400, 'BadRequest', 'admission webhook "w" denied the request without explanation'],
    ['denied', 422, 'Invalid', "x is forbidden: ValidatingAdmissionPolicy 'p' with binding 'b' denied request: no"],
    ['invalid', 400, 'BadRequest', 'strict decoding error: unknown field "spec.x"'],
    ['invalid', 422, 'Invalid', 'MachineConfig "x" is invalid'],
    ['exists', 409, 'AlreadyExists', 'machineconfigs "x" already exists'],
    ['conflict', 409, 'Conflict', 'the object has been modified'],
    ['owned', 409, 'Conflict', 'Apply failed with 1 conflict: conflict with "kubectl-edit"'],
    ['gone', 404, 'NotFound', 'machineconfigs "x" not found'],
    ['busy', 429, 'TooManyRequests', 'wait'],
    ['unknown', 500, 'InternalError', 'etcdserver: request timed out'],
    ['unknown', 504, 'Timeout', 'request did not complete'],
  ])('is %s for %i %s', (kind, code, reason, message) => {
    expect(writeProblem(answer(code, reason, message))).toEqual({ kind, message });
  });

  it('does not claim to know what became of a request without an answer', () => {
    expect(writeProblem(new TypeError('Failed to fetch'))).toEqual({ kind: 'unknown', message: 'Failed to fetch' });
    expect(writeProblem(undefined)).toEqual({ kind: 'unknown', message: '' });
  });
});
