/** What the server tells the shell about itself, in /standalone/host.js. */
export interface HostDescription {
  readonly profile: string;
  readonly backend: string;
  readonly label: string;
  readonly isSample: boolean;
}

declare global {
  interface Window {
    readonly STANDALONE_HOST: HostDescription;
  }
}

export const hostDescription = (): HostDescription => window.STANDALONE_HOST;
