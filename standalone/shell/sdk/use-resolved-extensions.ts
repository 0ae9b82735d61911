import { useEffect, useState } from 'react';
import { useExtensionsInUse } from '../plugins/extensions-context';
import type { Extension } from '../plugins/extension';

type Guard = (extension: Extension) => boolean;
type Resolved = readonly [extensions: readonly Extension[], resolved: boolean, errors: readonly unknown[]];

const resolve = async (extension: Extension): Promise<Extension> => {
  const entries = Object.entries(extension.properties).map(
    async ([key, value]) => [key, typeof value === 'function' ? await value() : value] as const,
  );
  return { ...extension, properties: Object.fromEntries(await Promise.all(entries)) };
};

/** Extensions that any guard accepts, with the code that they refer to loaded. */
export const useResolvedExtensions = (...guards: readonly Guard[]): Resolved => {
  const extensions = useExtensionsInUse();
  const [result, setResult] = useState<Resolved>([[], false, []]);
  useEffect(() => {
    let current = true;
    const chosen = extensions.filter((extension) => guards.some((guard) => guard(extension)));
    void Promise.allSettled(chosen.map(resolve)).then((settled) => {
      if (!current) return;
      const resolved = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      const errors = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
      setResult([resolved, true, errors]);
    });
    return () => {
      current = false;
    };
    // Guards are module constants of the caller, written in line.
  }, [extensions]);
  return result;
};
