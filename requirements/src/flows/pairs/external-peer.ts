import type { IpFamily } from '../../model/profile-choices';

/** A speaker of BGP that is no node, such as a top-of-rack switch. */
export interface ExternalPeer {
  /** Canonical. */
  readonly address: string;
  readonly family: IpFamily;
  /** TCP; undefined for BGP's own, 179. */
  readonly port: number | undefined;
}
