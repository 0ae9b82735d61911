/** A kind as components of the SDK name it: by reference (`group~version~Kind` or `Kind`) or by its parts. */
export interface KindProperties {
  readonly kind?: string;
  readonly groupVersionKind?: { readonly group?: string; readonly version: string; readonly kind: string };
}

export const kindOf = ({ kind, groupVersionKind }: KindProperties): string =>
  groupVersionKind?.kind ?? kind?.split('~').at(-1) ?? '';

/** The element of the console's paths for cluster-scoped objects: the plural for nodes, else the reference. */
export const pathElementOf = (properties: KindProperties): string => {
  if (kindOf(properties) === 'Node') return 'nodes';
  const { kind = '', groupVersionKind } = properties;
  return groupVersionKind === undefined
    ? kind
    : `${groupVersionKind.group ?? 'core'}~${groupVersionKind.version}~${groupVersionKind.kind}`;
};
