/** Something that is done again and again, at a pace that may change. */
export interface Repetition {
  /** Waits anew, at the pace of now. */
  readonly restart: () => void;
  readonly stop: () => void;
}

/** `pace` is in milliseconds, and asked for before each wait. */
export const repeat = (action: () => void, pace: () => number): Repetition => {
  const act = (): void => {
    action();
    timer = setTimeout(act, pace());
  };
  let timer = setTimeout(act, pace());
  const stop = (): void => clearTimeout(timer);
  return {
    restart: () => {
      stop();
      timer = setTimeout(act, pace());
    },
    stop,
  };
};
