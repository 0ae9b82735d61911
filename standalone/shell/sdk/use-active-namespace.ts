const ignore = (): void => undefined;
const allNamespaces = ['#ALL_NS#', ignore] as const;

/** Our pages are cluster-scoped: all namespaces are always active. */
export const useActiveNamespace = (): readonly [string, (namespace: string) => void] => allNamespaces;
