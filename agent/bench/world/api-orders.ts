/** What the fake API is told to do. */
export type ApiOrder =
  | { readonly order: 'start'; readonly nodeName: string }
  | { readonly order: 'publish-peers'; readonly count: number }
  | { readonly order: 'swallow' | 'reset' | 'answer' }
  | { readonly order: 'ask-for-recheck'; readonly nodeName: string; readonly time: string }
  | { readonly order: 'tell-observed-at'; readonly nodeName: string };

/**
 * What it answers to the first two and the last of them: where it is, where the list of peers is, and of when the node's
 * report is, empty where there is none.
 */
export type ApiAnswer = { readonly server: string } | { readonly peers: string } | { readonly observedAt: string };
