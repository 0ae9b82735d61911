/** Epochs differ by at most one between clocks that are right. */
const tolerance = 1;
/** More than are answered in the three epochs in which one may come again; a full book answers nobody. */
export const mostNonces = 12_288;

/** Which challenges were answered: none is answered twice, and none that is older than what is remembered. */
export class ChallengeBook {
  private readonly epochs = new Map<string, number>();

  /** Whether a challenge of this epoch may be answered at all. */
  static isCurrent(epoch: number, now: number): boolean {
    return Math.abs(epoch - now) <= tolerance;
  }

  /** Whether it was answered before. */
  has(nonce: Uint8Array): boolean {
    return this.epochs.has(nonce.join('.'));
  }

  /** Remembers a challenge; `now` is the current epoch. No where there is no room for it. */
  add(nonce: Uint8Array, epoch: number, now: number): boolean {
    if (this.epochs.size >= mostNonces)
      for (const [known, of] of this.epochs) if (!ChallengeBook.isCurrent(of, now)) this.epochs.delete(known);
    if (this.epochs.size >= mostNonces) return false;
    this.epochs.set(nonce.join('.'), epoch);
    return true;
  }
}
