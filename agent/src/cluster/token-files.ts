import { readFile } from 'node:fs/promises';
import type { KubeConfig, User } from '@kubernetes/client-node';

/** Milliseconds for which a token is kept: the time after which client-go reads its file again, too. */
const keptFor = 60_000;

type Authenticator = Parameters<KubeConfig['addAuthenticator']>[0];

/** Under another name than the client's own reading of token files, which takes the line feed at a file's end for a part of the token. */
const provider = 'calico-readiness-token-file';

/**
 * Reads bearer tokens without the white space around them, of files as of the kubeconfig itself: with a line feed at its
 * end a token is no legal header, and the client's error would print it.
 */
export function withoutSpaceAroundTokens(kubeConfig: KubeConfig): KubeConfig {
  kubeConfig.users = kubeConfig.users.map(trimmed);
  kubeConfig.addAuthenticator(new TokenFiles());
  return kubeConfig;
}

function trimmed(user: User): User {
  const { token, authProvider } = user;
  const file: unknown = (authProvider as { readonly config?: { readonly tokenFile?: unknown } } | undefined)?.config
    ?.tokenFile;
  return {
    ...user,
    ...(typeof token === 'string' && { token: token.trim() }),
    ...(typeof file === 'string' && { authProvider: { name: provider, config: { file } } }),
  };
}

class TokenFiles implements Authenticator {
  private readonly tokens = new Map<string, { readonly token: string; readonly readAt: number }>();

  isAuthProvider(user: User): boolean {
    return fileOf(user) !== undefined;
  }

  async applyAuthentication(user: User, options: { headers?: unknown }): Promise<void> {
    const file = fileOf(user);
    if (file === undefined) return;
    options.headers = { ...(options.headers as object), Authorization: `Bearer ${await this.token(file)}` };
  }

  private async token(file: string): Promise<string> {
    const known = this.tokens.get(file);
    if (known !== undefined && performance.now() - known.readAt < keptFor) return known.token;
    const token = (await readFile(file, 'utf8')).trim();
    this.tokens.set(file, { token, readAt: performance.now() });
    return token;
  }
}

function fileOf({ authProvider }: User): string | undefined {
  const { name, config } = (authProvider ?? {}) as { name?: unknown; config?: { file?: unknown } };
  return name === provider && typeof config?.file === 'string' ? config.file : undefined;
}
