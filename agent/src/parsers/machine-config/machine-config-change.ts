/** Bytes as a MachineConfig carries them. */
export interface CarriedBytes {
  readonly bytes: Uint8Array;
  /** Whether they are the file compressed by gzip (`compression: gzip`). */
  readonly isCompressed: boolean;
}

/** One file of an Ignition configuration. */
export interface ChangedFile {
  /** Without leading slash. */
  readonly path: string;
  /** Whether it may take the place of a file that is there; the Machine Config daemon does so in any case. */
  readonly overwrite: boolean;
  readonly executable: boolean;
  /** The whole file; empty bytes where the configuration names none. Left out where the file is only appended to. */
  readonly contents?: CarriedBytes;
  /** What is written behind what is there, in order. */
  readonly append: readonly CarriedBytes[];
}

/** One symbolic link of an Ignition configuration. */
export interface ChangedLink {
  /** Without leading slash. */
  readonly path: string;
  readonly target: string;
}

/** One systemd unit of an Ignition configuration; what is left out stays as it is on the node. */
export interface ChangedUnit {
  readonly name: string;
  readonly mask?: boolean;
  readonly enabled?: boolean;
  /** The unit file; left out where only links or drop-ins change. */
  readonly contents?: string;
  readonly dropIns: readonly { readonly name: string; readonly contents: string }[];
}

/** What a MachineConfig changes and no file of it shows, with the name of it: an argument, an extension, a path. */
export interface Unrepresented {
  readonly kind: 'kernelArgument' | 'extension' | 'kernelType' | 'image' | 'path' | 'other';
  readonly name: string;
}

/** What a MachineConfig brings to a node. */
export interface MachineConfigChange {
  /** `metadata.name`, empty where there is none. */
  readonly name: string;
  readonly files: readonly ChangedFile[];
  readonly links: readonly ChangedLink[];
  readonly units: readonly ChangedUnit[];
  readonly unrepresented: readonly Unrepresented[];
}
