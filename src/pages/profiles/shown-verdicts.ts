import type { ProfileFit } from '../../fleet/profiles/profile-fit';

export type ShownVerdict = keyof ProfileFit['verdicts'];

const order: readonly ShownVerdict[] = ['Ready', 'ReadyWithWaivers', 'NotReady', 'Unknown'];

/** The columns of a release, best first. Where nothing is waived nobody needs to think of waivers. */
export const shownVerdicts = (fits: readonly ProfileFit[]): readonly ShownVerdict[] =>
  order.filter((verdict) => verdict !== 'ReadyWithWaivers' || fits.some(({ verdicts }) => verdicts[verdict] > 0));
