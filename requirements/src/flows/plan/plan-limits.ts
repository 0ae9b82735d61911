const minute = 60_000;

/** How many peers a node tests in a round of the fixed half, and in an epoch of the rotating one. */
export const fixedPeers = 10;
export const rotatingPeers = 10;

/** Up to so many other nodes, everyone tests everyone. */
export const everyonePeers = fixedPeers + rotatingPeers;

/**
 * Milliseconds of an epoch, in which each node visits its ten rotating peers. 499 of them make up all pairs of 5,000
 * nodes: 23 hours and 59 minutes.
 */
export const epochLength = 173_000;

/** The fixed half is visited once in so many epochs: 14 minutes. */
export const epochsPerFixedRound = 5;

/** A round, in which each other zone, pool and subnet is visited too: 72 minutes. */
export const epochsPerRound = 25;

/** Peers that a round may add for groups that neither half reaches; further groups take turns. */
export const mostExtraPeers = 2;

/** Milliseconds from a failed visit to the second and the third strike; together less than ten minutes. */
export const strikeDelays: readonly number[] = [2 * minute, 4 * minute];
export const strikesToFail = 3;
/** Later than this after the first strike, a failed visit is a first one again; milliseconds. */
export const strikeWindow = 10 * minute;

/** Milliseconds until a failing peer is visited again: doubled from the first to the last. */
export const firstRetest = 5 * minute;
export const lastRetest = 80 * minute;

/** A node names so many failing peers for each flow, and counts the others. */
export const mostFailingPeers = 10;
/** Peers with fewer than three strikes, and peers over those that are named, that a node remembers. */
export const mostSuspects = 200;

/** A node begins at most so many visits in a burst, and one more each `visitInterval` milliseconds. */
export const visitBurst = 10;
export const visitInterval = 4_000;
/**
 * A node begins at most so many visits in a burst that somebody asked for, beside those of the plan, and one more each
 * `askedInterval` milliseconds: who asks again and again neither keeps the plan from its visits nor makes twice as many.
 */
export const askedBurst = 20;
export const askedInterval = 12_000;
/** Milliseconds from one request of peers to the next that is begun. */
export const askedGap = 10_000;
/** Milliseconds for which a step begins visits that somebody asked for; the others wait for the next step. */
export const askedTurn = 50_000;

/** A node answers at most so many visits in a burst, and one more each `answerInterval` milliseconds. */
export const answerBurst = 40;
export const answerInterval = 1_000;

/** Milliseconds before and after the planned time in which a responder expects a visit: clocks differ, lists too. */
export const responderTolerance = 2 * minute;

/** A plan for more nodes is refused: every agent would hold and read their list. */
export const mostNodes = 20_000;
