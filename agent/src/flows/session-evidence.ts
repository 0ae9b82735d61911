import type { PortUse } from '../parsers/proc/proc-net-connections';

/** Whether a BGP session with a peer is up: an ESTABLISHED connection with it, over the port on either side. */
export const hasSession = ({ established }: PortUse, peer: string): boolean =>
  established.some(({ remote }) => remote.address === peer);
