import type { Message } from '../../model/message';
import { msg } from '../../model/message';
import type { CalicoPorts } from '../../model/profile-values';
import type { Ring } from '../plan/ring';
import type { FlowCause } from './flow-causes';
import { toldCause, toldCauseSentence } from './told-cause';

/** What a cause is, in one sentence: what is filtered, where, and for how many pairs. */
export const causeSentence = (cause: FlowCause, ring: Ring, ports: CalicoPorts): Message =>
  toldCauseSentence(toldCause(cause, ring), ports);

/** What else is to be said of a cause: undefined for most. */
export const causeRemark = ({ onlyLarge }: Pick<FlowCause, 'onlyLarge'>): Message | undefined =>
  onlyLarge ? msg('Only large packets are lost: check the MTU of the path.') : undefined;
