import type { MachineConfigResource } from '../k8s/machine-config';
import type { MachineConfigPoolObject } from '../k8s/models';
import { asRecord, asText } from '../k8s/untyped';

/**
 * By pool, the rendered configuration that was the target before the last update, as JSON. A pool's list of sources
 * says the same before and after an update, so this tells whether its target is from before.
 */
const replacedAnnotation = 'calicoreadiness.io/replaced';

/** The object as an update writes it. */
export function noteReplaced(
  object: MachineConfigResource,
  pools: readonly MachineConfigPoolObject[],
): MachineConfigResource {
  const replaced = Object.fromEntries(
    pools.flatMap(({ metadata, spec }) =>
      metadata?.name === undefined || spec?.configuration?.name === undefined
        ? []
        : [[metadata.name, spec.configuration.name]],
    ),
  );
  const annotations = { ...object.metadata?.annotations, [replacedAnnotation]: JSON.stringify(replaced) };
  return { ...object, metadata: { ...object.metadata, annotations } };
}

/** What was noted; nothing for an object that was never updated, and for a note that is none. */
export function replacedConfigurations(object: MachineConfigResource | undefined): Readonly<Record<string, string>> {
  const noted = object?.metadata?.annotations?.[replacedAnnotation];
  if (noted === undefined) return {};
  try {
    return Object.fromEntries(
      Object.entries(asRecord(JSON.parse(noted))).flatMap(([pool, name]) => {
        const text = asText(name);
        return text === undefined ? [] : [[pool, text]];
      }),
    );
  } catch {
    return {};
  }
}
