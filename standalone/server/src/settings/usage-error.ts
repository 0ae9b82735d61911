/** What was wrong with how the program was started; its message is for people. */
export class UsageError extends Error {}
