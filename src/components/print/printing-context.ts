import { createContext, useContext } from 'react';

/** Whether the page is being put on paper, and what starts it. */
export interface Printing {
  /** Show all there is, as nobody can scroll or unfold on paper. */
  readonly isPrinting: boolean;
  readonly print: () => void;
}

export const PrintingContext = createContext<Printing>({ isPrinting: false, print: () => undefined });

export const usePrinting = (): Printing => useContext(PrintingContext);
