/** Where the API may be reached besides the server of the kubeconfig. */
export interface OtherServer {
  /** Looks for its address, such as `https://api-int.example.com:6443`; undefined where there is none. Must not reject. */
  readonly find: () => Promise<string | undefined>;
  /** Gets the address that was given up, and the one that is asked from now on. */
  readonly moved?: (from: string, to: string) => void;
}

/**
 * Which server of the API is asked: the first until it cannot be reached, then the other one until that cannot be
 * reached, and so on. Where the network of services does not work, the first never answers, and an agent must not try
 * it before each request.
 */
export class ApiServers {
  private asked: string;

  /** `first` as a kubeconfig says it. */
  constructor(
    private readonly first: string,
    private readonly other?: OtherServer,
  ) {
    this.asked = first;
  }

  /** The server to ask now. */
  get current(): string {
    return this.asked;
  }

  /** Tells that a request got no answer from this server. Requests that were under way together move on once. */
  async unreachable(server: string): Promise<void> {
    if (this.other === undefined || server !== this.asked) return;
    const next = server === this.first ? await this.other.find() : this.first;
    if (next === undefined || next === server || server !== this.asked) return;
    this.asked = next;
    this.other.moved?.(server, next);
  }
}
