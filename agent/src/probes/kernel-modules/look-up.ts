import type { Fact } from '@calico-readiness/requirements';
import type { IndexLookup } from '../../parsers/kernel-modules/kmod-indexes';

/** What an index of the kernel's modules says of a name: undefined where it has none, `unseen` where it could not be read. */
export function lookUp<T>(index: Fact<IndexLookup<T>>, name: string): T | undefined | 'unseen' {
  if (index.status === 'unavailable') return 'unseen';
  const found = index.value.get(name);
  return found === 'malformed' ? 'unseen' : found;
}

/** Whether an index that was read has a name. */
export function isListed(index: Fact<IndexLookup<unknown>>, name: string): boolean {
  const found = lookUp(index, name);
  return found !== undefined && found !== 'unseen';
}
