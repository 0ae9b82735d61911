import { ApiError } from '../src/cluster/api-error';
import type { Stored, StoredObjectApi, Written } from '../src/controller/flows/peer-list-api';

/** ConfigMaps or Secrets in memory, for tests; versions are checked as the API does. */
export class StoredInMemory implements StoredObjectApi {
  readonly objects = new Map<string, Stored & { readonly owner?: Written['owner'] }>();
  /** What was asked, in order. */
  readonly calls: string[] = [];
  private count = 0;

  version(name: string): Promise<string | undefined> {
    this.calls.push(`version ${name}`);
    return Promise.resolve(this.objects.get(name)?.resourceVersion);
  }

  read(name: string): Promise<Stored | undefined> {
    this.calls.push(`read ${name}`);
    return Promise.resolve(this.objects.get(name));
  }

  create(name: string, written: Written): Promise<Stored> {
    this.calls.push(`create ${name}`);
    if (this.objects.has(name)) return Promise.reject(new ApiError(409, 'AlreadyExists'));
    return Promise.resolve(this.put(name, written));
  }

  change(name: string, version: string, written: Written): Promise<Stored> {
    this.calls.push(`change ${name}`);
    if (this.objects.get(name)?.resourceVersion !== version) return Promise.reject(new ApiError(409, 'Conflict'));
    return Promise.resolve(this.put(name, written));
  }

  /** Writes as anybody may. */
  put(name: string, { data, annotations, owner }: Written): Stored {
    const before = this.objects.get(name);
    this.count += 1;
    const stored = {
      uid: before?.uid ?? `uid of ${name}`,
      resourceVersion: String(this.count),
      data: { ...before?.data, ...data },
      annotations: { ...before?.annotations, ...annotations },
      ...(owner && { owner }),
    };
    this.objects.set(name, stored);
    return stored;
  }
}
