import { join } from 'node:path';
import { stringify } from 'yaml';
import type { KubernetesObject } from '../kubernetes-client';
import { nameOf, render } from './helm';
import { openShift, otherRenderings } from './renderings';

const directory = join(import.meta.dirname, 'renderings');

/** A golden file, and what it should hold. */
export interface GoldenRendering {
  readonly name: string;
  readonly file: string;
  readonly text: () => string;
}

/** One rendering in full, and of each other one what is different. */
export const goldenRenderings: readonly GoldenRendering[] = [
  {
    name: 'openshift',
    file: join(directory, 'openshift.golden.yaml'),
    text: () => objectsOf(render(openShift)).map(yaml).join('---\n'),
  },
  ...Object.entries(otherRenderings).map(([name, rendering]) => ({
    name,
    file: join(directory, `${name}.golden.txt`),
    text: () => differences(objectsOf(render(openShift)), objectsOf(render(rendering))),
  })),
];

const yaml = (object: unknown): string => stringify(object, { lineWidth: 0 });

/** What the custom resource definitions and the console's objects hold has generators and tests of its own. */
const objectsOf = (objects: readonly KubernetesObject[]): readonly KubernetesObject[] =>
  objects
    .filter(({ kind }) => kind !== 'CustomResourceDefinition')
    .map((object) => (generatedKinds.includes(object.kind ?? '') ? { ...object, spec: 'as it is generated' } : object));

const generatedKinds = ['ConsoleQuickStart', 'ConsoleYAMLSample'];

/** Objects that are gone or new in one line each, and of the others each changed field. */
function differences(before: readonly KubernetesObject[], after: readonly KubernetesObject[]): string {
  const [old, current] = [byName(before), byName(after)];
  const names = [...new Set([...old.keys(), ...current.keys()])];
  const lines = names.flatMap((name) => {
    const [one, other] = [old.get(name), current.get(name)];
    if (other === undefined) return [`- ${name}`];
    if (one === undefined) return [`+ ${name}`];
    const changes = changedFields(one, other);
    return changes.length === 0 ? [] : [name, ...changes.map((line) => `  ${line}`)];
  });
  return `${lines.join('\n')}\n`;
}

const byName = (objects: readonly KubernetesObject[]): ReadonlyMap<string, KubernetesObject> =>
  new Map(objects.map((object) => [nameOf(object), object]));

function changedFields(before: unknown, after: unknown): readonly string[] {
  const [old, current] = [fields(before), fields(after)];
  return [...new Set([...old.keys(), ...current.keys()])]
    .filter((place) => old.get(place) !== current.get(place))
    .flatMap((place) => [
      ...(old.has(place) ? [`- ${place}: ${old.get(place) ?? ''}`] : []),
      ...(current.has(place) ? [`+ ${place}: ${current.get(place) ?? ''}`] : []),
    ]);
}

/** Every value that is no object and no list, with its place; of a text of lines each line. */
function fields(value: unknown, place = ''): ReadonlyMap<string, string> {
  if (typeof value === 'string' && value.includes('\n')) {
    return new Map(value.split('\n').map((line) => [`${place} | ${line}`, '']));
  }
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) {
    return new Map([[place, JSON.stringify(value)]]);
  }
  return new Map(
    Object.entries(value).flatMap(([key, child]) => [
      ...fields(child, place === '' ? key : `${place}.${keyOf(child, key)}`),
    ]),
  );
}

/** Items of lists by their names, where they have one: an item before them is no change. */
const keyOf = (item: unknown, key: string): string =>
  /^\d+$/.test(key) && typeof item === 'object' && item !== null && 'name' in item ? `[${String(item.name)}]` : key;
