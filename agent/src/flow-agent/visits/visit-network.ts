import type { Network } from '../../host/flows/network';

const ended = { said: 'error', code: 'ECANCELED' } as const;

/** The network for one visit: once the signal has aborted, nothing is sent any more, and nothing is waited for. */
export function visitNetwork(network: Network, signal: AbortSignal): Network {
  return {
    ...network,
    connect: async (question) => (signal.aborted ? ended : await unlessAborted(network.connect(question), signal)),
    openRaw: (question) => (signal.aborted ? 'the visit was ended' : network.openRaw(question)),
    now: () => (signal.aborted ? Infinity : network.now()),
  };
}

/** What was begun ends by itself, within its own time. */
function unlessAborted<Answer>(answer: Promise<Answer>, signal: AbortSignal): Promise<Answer | typeof ended> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      resolve(ended);
    };
    signal.addEventListener('abort', end, { once: true });
    answer.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', end);
    });
  });
}
