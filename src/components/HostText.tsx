import { printable } from './printable';
import './verdicts/verdicts.css';

/** Text that comes from a host: monospace, never markup, never reordering what stands around it. */
export const HostText = ({ children }: { children: string }) => (
  <bdi className="calico-readiness__host-text">{printable(children)}</bdi>
);
