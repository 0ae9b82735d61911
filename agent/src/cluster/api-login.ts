import type { RequestOptions } from 'node:http';
import type { RequestOptions as SecureRequestOptions } from 'node:https';
import { isDeepStrictEqual } from 'node:util';
import type { KubeConfig } from '@kubernetes/client-node';

/** What a request needs to reach the API as the user of the kubeconfig. */
export type Login = Pick<RequestOptions, 'agent' | 'auth' | 'headers'>;

/** What a connection is made of. While it stays as it is, so does the agent, and with it the sessions of TLS. */
interface Connection {
  readonly madeOf: Readonly<Record<string, unknown>>;
  readonly agent: Login['agent'];
}

/**
 * Logs in as the current user of a kubeconfig, with whatever the Kubernetes client knows: tokens, certificates, programs,
 * a proxy. Files are read again for every request, so that a renewed certificate or token counts at once.
 */
export class ApiLogin {
  private connection: Connection | undefined;
  private underWay: Promise<Login> | undefined;

  /** `idleLimit` is how long a connection may be silent, in milliseconds: a proxy that never answers is given up then. */
  constructor(
    private readonly kubeConfig: KubeConfig,
    private readonly idleLimit: number,
  ) {}

  /** Requests that begin together log in once. Rejects with what a file, a program or a kubeconfig has against it. */
  async login(): Promise<Login> {
    this.underWay ??= this.logIn().finally(() => {
      this.underWay = undefined;
    });
    return this.underWay;
  }

  private async logIn(): Promise<Login> {
    const options: SecureRequestOptions = { timeout: this.idleLimit };
    await this.kubeConfig.applyToHTTPSOptions(options);
    const { agent, auth, headers, ...madeOf } = options;
    leaveRequestsTheirName(agent);
    // With the same agent a new connection takes up the TLS session of the last one: no signatures, no certificates.
    if (this.connection === undefined || !isDeepStrictEqual(this.connection.madeOf, madeOf))
      this.connection = { madeOf, agent };
    return {
      agent: this.connection.agent,
      ...(auth != null && { auth }),
      ...(headers !== undefined && { headers }),
    };
  }
}

/**
 * What an agent is made with goes over what a request says, also where it is undefined, as the client has it of names that
 * no kubeconfig gives: a request for a server by the name in its certificate would ask for none.
 */
function leaveRequestsTheirName(agent: Login['agent']): void {
  if (typeof agent !== 'object') return;
  const { options } = agent as { readonly options?: { servername?: string | undefined } };
  if (options?.servername === undefined) delete options?.servername;
}
