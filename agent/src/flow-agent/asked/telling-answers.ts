import type { AskedPeers } from './asked-peers';

/** Does some work, and tells where somebody got an answer by it: once, however many peers were visited. */
export async function tellingAnswers(
  asked: Pick<AskedPeers, 'changedAt'>,
  work: () => Promise<void>,
  answered: () => void,
): Promise<void> {
  const before = asked.changedAt;
  await work();
  if (asked.changedAt !== before) answered();
}
