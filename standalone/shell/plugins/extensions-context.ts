import { createContext, useContext, useMemo } from 'react';
import { useSelector } from 'react-redux';
import { extensionsOf, isInUse, type Extension, type ExtensionProperties } from './extension';
import type { ShellState } from '../k8s/store';

/** All extensions of the loaded plugin, whatever the flags. */
export const ExtensionsContext = createContext<readonly Extension[]>([]);

/** The extensions that the feature flags permit at this moment. */
export const useExtensionsInUse = (): readonly Extension[] => {
  const extensions = useContext(ExtensionsContext);
  const flags = useSelector((state: ShellState) => state.FLAGS);
  return useMemo(() => {
    const values = flags.toJS() as Readonly<Record<string, boolean | undefined>>;
    return extensions.filter((extension) => isInUse(extension, values));
  }, [extensions, flags]);
};

export const useExtensions = <Type extends keyof ExtensionProperties>(
  type: Type,
): readonly (Extension & { readonly properties: ExtensionProperties[Type] })[] => {
  const extensions = useExtensionsInUse();
  return useMemo(() => extensionsOf(extensions, type), [extensions, type]);
};
