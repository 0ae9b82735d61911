import type { Fact } from '@calico-readiness/requirements';
import { observed, unavailable } from '@calico-readiness/requirements';
import type { HostFiles } from '../host/host-files';

/**
 * Whether a path below /proc or /sys exists. Its absence counts only where `parent` is there: a tree without
 * /proc says nothing about the kernel.
 */
export async function existsBeside(files: HostFiles, path: string, parent: string): Promise<Fact<boolean>> {
  const [kind, parentKind] = await Promise.all([files.kind(path), files.kind(parent)]);
  if (kind.status === 'unavailable') return kind;
  if (kind.value !== 'absent' && kind.value !== 'dangling-link') return observed(true, path);
  if (parentKind.status === 'unavailable') return parentKind;
  return parentKind.value === 'directory' ? observed(false, path) : unavailable('not-found', path);
}
