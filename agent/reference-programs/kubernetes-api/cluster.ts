/** What specs need to know of a cluster; plain values, because vitest hands it from process to process. */
export interface Cluster {
  readonly server: string;
  readonly directory: string;
  readonly etcdUrl: string;
  /** PEM. */
  readonly authority: string;
  readonly administrator: { readonly certificate: string; readonly key: string };
  /** PEM of the key that signs the tokens of service accounts. */
  readonly tokenKey: string;
}
