import type { IncomingHttpHeaders } from 'node:http';

const loopbackNames = ['127.0.0.1', 'localhost'];

/**
 * Whether a request was meant for us. A page of another site can make the browser send requests here: by a name that
 * resolves to the loopback address (so the Host header must be ours), or from its own origin (so Origin must be ours).
 */
export const isOurRequest = (headers: Pick<IncomingHttpHeaders, 'host' | 'origin'>, port: number): boolean => {
  // Clients leave out the port that http has by default.
  const hosts = loopbackNames.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
  if (headers.host === undefined || !hosts.includes(headers.host)) return false;
  return headers.origin === undefined || headers.origin === new URL(`http://${headers.host}`).origin;
};

/** The console's own policy, enforced: nothing but this server, no script in the page. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "object-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'self'",
  ].join('; '),
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};
