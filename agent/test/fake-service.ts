/** A call that reached the fake service. */
export interface ReceivedCall {
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  /** 2 is NO_AUTO_START (D-Bus specification, "Message Format"). */
  readonly flags: number;
  readonly body?: readonly unknown[];
}

/** What the fake service replies: a signature and values, the name of an error, or nothing at all. */
export type FakeReply =
  { readonly signature: string; readonly body: readonly unknown[] } | { readonly error: string } | 'silence';
