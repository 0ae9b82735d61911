import type { IncomingMessage } from 'node:http';
import { isSecret, randomSecret } from '../settings/secret';
import { cookieValues } from './cookies';

/** What to do with a request. */
export type Admission =
  | { readonly kind: 'admitted' }
  /** To the same page without the token, so that it stays in no history; with the cookie where the token was right. */
  | { readonly kind: 'redirected'; readonly location: string; readonly cookie: string | undefined }
  | { readonly kind: 'refused' };

type Headers = IncomingMessage['headers'];

const parameter = 'token';

const isToken = (part: string): boolean => new URLSearchParams(part).has(parameter);

/** The path and query of an address without its token. One slash begins it: two would lead to another host. */
const withoutToken = ({ pathname, search }: URL): string => {
  const rest = search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !isToken(part));
  return pathname.replace(/^\/+/, '/') + (rest.length === 0 ? '' : `?${rest.join('&')}`);
};

/** Cookies are sent to every port of a host; the name keeps two hosts apart. */
const cookieName = (port: number): string => `calico-readiness-${port}`;

/** Programs get Kubernetes' own answer below it, and no redirect. */
export const isApiPath = (pathname: string): boolean => pathname.startsWith('/api/');

/**
 * Lets in who started this program, and no other user of the machine: the loopback address is open to all of them.
 * The token of the printed address opens a page, and is exchanged for a cookie that ends with this process. Programs
 * send the token as bearer.
 */
export class Access {
  readonly #token: string;
  readonly #cookie = randomSecret();
  /** For the agent in this process, so that no error of its client can quote the token. */
  readonly ownBearer = randomSecret();

  constructor(token: string) {
    this.#token = token;
  }

  /** Whether the request brings the cookie or a bearer token. */
  knows({ cookie, authorization }: Headers, port: number): boolean {
    if (cookieValues(cookie, cookieName(port)).some((value) => isSecret(value, this.#cookie))) return true;
    const bearer = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
    return bearer !== undefined && (isSecret(bearer, this.#token) || isSecret(bearer, this.ownBearer));
  }

  admit({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>, url: URL, port: number): Admission {
    const isKnown = this.knows(headers, port);
    const tokens = url.searchParams.getAll(parameter);
    if ((method === 'GET' || method === 'HEAD') && tokens.length > 0 && !isApiPath(url.pathname)) {
      const [token = ''] = tokens;
      const isRight = tokens.length === 1 && isSecret(token, this.#token);
      const cookie = `${cookieName(port)}=${this.#cookie}; Path=/; HttpOnly; SameSite=Strict`;
      // A page that is open may come back to an older address: who has the cookie needs no token.
      if (isRight || isKnown)
        return { kind: 'redirected', location: withoutToken(url), cookie: isRight ? cookie : undefined };
    }
    return { kind: isKnown ? 'admitted' : 'refused' };
  }
}
