import { AnswerTooLargeError } from '../cluster/bounded-http';
import { explainFailure } from './explain-failure';
import { NodeMissingError } from './node-missing';
import { ApiError } from '../cluster/api-error';

describe('explainFailure', () => {
  it.each([
    [Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), 'cannot be reached'],
    [Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' }), 'cannot be reached'],
    [Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }), 'cannot be reached'],
    [Object.assign(new Error('certificate has expired'), { code: 'CERT_HAS_EXPIRED' }), 'not trust the certificate'],
    [Object.assign(new Error('no such file'), { code: 'ENOENT', syscall: 'open' }), 'get its credentials'],
    [Object.assign(new Error('spawn x ENOENT'), { code: 'ENOENT', syscall: 'spawn x' }), 'get its credentials'],
    [new Error('what a program for logging in wrote before it failed'), 'get its credentials'],
    [new DOMException('aborted', 'AbortError'), 'cannot be reached'],
    [Object.assign(new TypeError('Invalid character'), { code: 'ERR_INVALID_CHAR' }), 'cannot be reached'],
    [new TypeError("Cannot read properties of null (reading 'map')"), 'a defect of the agent'],
    [new SyntaxError('Unexpected token <'), 'does not answer as a Kubernetes API'],
    [new AnswerTooLargeError('8 MB'), 'larger than any report'],
    [new NodeMissingError('worker-1'), 'no Node of that name'],
    [new ApiError(401, ''), 'does not accept the token'],
    [new ApiError(403, ''), 'does not permit'],
    [new ApiError(403, 'denied request: an agent does not set status.observedAt back: …'), 'holds a later report'],
    [new ApiError(404, ''), 'definitions of calicoreadiness.io are not installed'],
    [new ApiError(422, ''), 'refuses the report'],
    [new ApiError(503, ''), 'could not take the report'],
  ])('says of %s that it %s', (error, words) => {
    expect(explainFailure(error)).toContain(words);
  });
});
