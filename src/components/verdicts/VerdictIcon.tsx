import type { ComponentType } from 'react';
import {
  CheckCircleIcon,
  CheckIcon,
  ConnectedIcon,
  DisconnectedIcon,
  ExclamationCircleIcon,
  ExclamationTriangleIcon,
  FlagIcon,
  MinusIcon,
  OutlinedClockIcon,
  UnpluggedIcon,
} from '@patternfly/react-icons';
import { UnknownIcon } from './UnknownIcon';
import type { SymbolName } from './verdict-words';
import './verdicts.css';

const icons: Record<SymbolName, ComponentType> = {
  Pass: CheckIcon,
  Warn: ExclamationTriangleIcon,
  Fail: ExclamationCircleIcon,
  Unknown: UnknownIcon,
  NotApplicable: MinusIcon,
  Waived: FlagIcon,
  ReadyWithWaivers: FlagIcon,
  Ready: CheckCircleIcon,
  NotReady: ExclamationCircleIcon,
  Stale: OutlinedClockIcon,
  NoReport: UnpluggedIcon,
  Verified: ConnectedIcon,
  NotVerified: UnknownIcon,
  Broken: DisconnectedIcon,
};

/** The symbol alone, distinct by shape, hidden from assistive technology: whoever uses it says the word as well. */
export const VerdictIcon = ({ of }: { of: SymbolName }) => {
  const Icon = icons[of];
  return (
    <span className={`calico-readiness__symbol calico-readiness__symbol--${of}`} aria-hidden="true">
      <Icon />
    </span>
  );
};
