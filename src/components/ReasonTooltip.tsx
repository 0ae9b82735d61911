import type { ReactElement } from 'react';
import { Tooltip } from '@patternfly/react-core';

interface ReasonTooltipProps {
  /** Why the control is not to be had; undefined where it is, or where that is not known yet. */
  readonly reason: string | undefined;
  readonly children: ReactElement<object>;
}

/**
 * Tells on hover and focus why a control is not to be had. The control stays the same element when that becomes known:
 * one that is mounted anew loses the keyboard's focus.
 */
export const ReasonTooltip = ({ reason, children }: ReasonTooltipProps) => (
  <Tooltip content={reason ?? ''} trigger={reason === undefined ? 'manual' : 'mouseenter focus'}>
    {children}
  </Tooltip>
);
