/** A path leads into a file system that may not answer, and must not be looked at by this process. */
export class RemotePathError extends Error {
  override readonly name = 'RemotePathError';
  /** `realPath` is where, on this machine. */
  constructor(readonly realPath: string) {
    super(`${realPath} is on a file system that may not answer`);
  }
}
