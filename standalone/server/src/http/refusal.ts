import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { StatusError } from '../kubernetes/status';
import { isApiPath } from './access';
import { securityHeaders } from './request-guard';
import { unauthorizedPage } from './unauthorized-page';

/** Kept by nobody, and RFC 9110 wants to be told what would have let in. */
const headers = { 'Cache-Control': 'no-store', 'WWW-Authenticate': 'Bearer' };

const text = 'Open the address that the program printed, or send its token as a bearer token.\n';

const answerTo = ({ headers: { accept = '', host = '' } }: IncomingMessage, pathname: string): [string, string] => {
  if (isApiPath(pathname))
    return ['application/json', JSON.stringify(new StatusError('Unauthorized', 'Unauthorized').status)];
  if (accept.includes('text/html')) return ['text/html; charset=utf-8', unauthorizedPage(`http://${host}/`)];
  return ['text/plain; charset=utf-8', text];
};

/** Answers who brought neither cookie nor token: programs as an API server does, people with what to do. */
export const sendUnauthorized = (request: IncomingMessage, response: ServerResponse, pathname: string): void => {
  const [contentType, body] = answerTo(request, pathname);
  response.writeHead(401, { ...headers, 'Content-Type': contentType }).end(body);
};

/** Ends a socket that asked for a protocol that it does not get. */
export const refuseUpgrade = (socket: Duplex, code: 401 | 403): void => {
  const lines = Object.entries({
    ...securityHeaders,
    ...(code === 401 ? headers : {}),
    Connection: 'close',
    'Content-Length': '0',
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${code} ${STATUS_CODES[code] ?? ''}\r\n${lines.join('')}\r\n`);
};
