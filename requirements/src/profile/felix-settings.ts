import type { Parse } from './json-value';
import type { ListReading } from './open-object';
import { openListed } from './open-object';
import type { ObjectReading, Reading } from './reading';
import { readField } from './reading';

/** A field of FelixConfiguration as it holds on one node. */
export interface FelixSettings {
  /** The node's own value, else that of `default`. */
  readonly read: <T>(field: string, parse: Parse<T>) => Reading<T>;
  /** Only what `node.<name>` says; `absent` when no node was asked for. */
  readonly readOwn: <T>(field: string, parse: Parse<T>) => Reading<T>;
}

/**
 * Felix reads FelixConfiguration `node.<name>` over `default`, field by field (Calico documentation, Configuring Felix:
 * the first location that has a value wins).
 */
export function felixSettings(list: ListReading, nodeName: string | undefined): FelixSettings {
  const open = (name: string): ObjectReading => openListed(list, 'FelixConfiguration', name);
  const general = open('default');
  const own: ObjectReading =
    nodeName === undefined ? { status: 'absent', from: 'no node was asked for' } : open(`node.${nodeName}`);
  return {
    read: (field, parse) => {
      const ofNode = readField(own, `spec.${field}`, parse);
      return ofNode.status === 'set' || ofNode.status === 'unusable'
        ? ofNode
        : readField(general, `spec.${field}`, parse);
    },
    readOwn: (field, parse) => readField(own, `spec.${field}`, parse),
  };
}
