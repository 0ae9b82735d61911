/** What the server tells the shell about itself, in /standalone/host.js. */
export interface HostDescription {
  readonly profile: string;
  readonly backend: string;
  readonly label: string;
  readonly isSample: boolean;
  /** What else is to be known of the objects. */
  readonly notice?: string;
}

declare global {
  interface Window {
    readonly STANDALONE_HOST: HostDescription;
  }
}

export const hostDescription = (): HostDescription => window.STANDALONE_HOST;
