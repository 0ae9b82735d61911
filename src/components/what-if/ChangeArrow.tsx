import { ArrowRightIcon } from '@patternfly/react-icons';
import './what-if.css';

/** Between before and after; whoever uses it says so in words as well. */
export const ChangeArrow = () => (
  <span className="calico-readiness__arrow" aria-hidden="true">
    <ArrowRightIcon />
  </span>
);
