import { randomSecret } from './secret';
import { UsageError } from './usage-error';

/** Not an option of the command line: other users of the machine read those with ps(1), and no environment. */
export const tokenVariable = 'CALICO_READINESS_TOKEN';

/** 64 bits even if it is hexadecimal, which is more than can be tried over HTTP. */
export const shortestToken = 16;
const longestToken = 256;

/** What an address, a cookie and a header take as it is (RFC 3986, unreserved characters). */
const tokenCharacters = /^[A-Za-z0-9._~-]*$/;

/** The token that lets in: the one of the environment, else a new one. Throws a UsageError that does not quote it. */
export const accessTokenFrom = (environment: Readonly<Record<string, string | undefined>>): string => {
  const token = environment[tokenVariable];
  if (token === undefined) return randomSecret();
  if (token.length < shortestToken || token.length > longestToken)
    throw new UsageError(
      `${tokenVariable} has ${token.length} characters: give ${shortestToken} to ${longestToken}, or unset it for a new token`,
    );
  if (!tokenCharacters.test(token))
    throw new UsageError(`${tokenVariable} has a character other than letters, digits, "-", ".", "_" and "~"`);
  return token;
};
