import type { HostFiles } from '../../host/host-files';

/** Kmod passes over one, and it hides no file of its name. */
export async function isDirectory(files: HostFiles, path: string): Promise<boolean> {
  const kind = await files.kind(path);
  return kind.status === 'observed' && kind.value === 'directory';
}

/** A link to /dev/null, or to nothing, hides the vendor's file and says nothing itself. */
export async function holdsNothing(files: HostFiles, path: string): Promise<boolean> {
  const kind = await files.kind(path);
  return kind.status === 'observed' && ['character-device', 'dangling-link'].includes(kind.value);
}
