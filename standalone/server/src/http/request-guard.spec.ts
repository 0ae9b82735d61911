import { isOurRequest } from './request-guard';

describe('a request', () => {
  it.each([
    [{ host: '127.0.0.1:9022' }, 9022, true],
    [{ host: 'localhost:9022', origin: 'http://localhost:9022' }, 9022, true],
    [{ host: 'localhost:9022', origin: 'http://127.0.0.1:9022' }, 9022, false],
    [{ host: '127.0.0.1:9022', origin: 'null' }, 9022, false],
    [{ host: '127.0.0.1:9022', origin: 'http://127.0.0.1:9019' }, 9022, false],
    [{ host: '127.0.0.1:9022', origin: 'https://127.0.0.1:9022' }, 9022, false],
    [{ host: '127.0.0.1' }, 9022, false],
    [{ host: '127.0.0.1.evil.example:9022' }, 9022, false],
    [{ host: '[::1]:9022' }, 9022, false],
    [{ host: '' }, 9022, false],
    [{}, 9022, false],
    [{ host: '127.0.0.1', origin: 'http://127.0.0.1' }, 80, true],
    [{ host: '127.0.0.1:80', origin: 'http://127.0.0.1' }, 80, true],
    [{ host: '127.0.0.1', origin: 'http://localhost' }, 80, false],
  ])('with %j on port %i is ours: %s', (headers, port, expected) => {
    expect(isOurRequest(headers, port)).toBe(expected);
  });
});
