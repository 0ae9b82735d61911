import type { HostFiles } from './host-files';
import { filesWith } from './host-question';

/** The same files until the signal aborts; every question after that rejects with its reason, so that whoever asks ends. */
export const stoppableFiles = (files: HostFiles, signal: AbortSignal): HostFiles =>
  filesWith(async (_question, ask) => {
    signal.throwIfAborted();
    const fact = await ask();
    signal.throwIfAborted();
    return fact;
  }, files);
