import type { ReadReport } from '../../k8s/read-node-report';

/** One fact of two reports; of lists, what only one of them has. */
export interface FactPair {
  /** As the report names it, e.g. `networkManager.daemon`. */
  readonly fact: string;
  /** Untrusted host text; empty where the report does not say, or has nothing that the other lacks. */
  readonly one: string;
  readonly other: string;
}

type Leaf = string | readonly string[];

/** The facts, and the profile, in which two whole reports differ, in the order of the reports. */
export function differingFacts(one: ReadReport, other: ReadReport): readonly FactPair[] {
  const [leavesOfOne, leavesOfOther] = [leavesOf(one), leavesOf(other)];
  const facts = [...new Set([...leavesOfOne.keys(), ...leavesOfOther.keys()])];
  return facts.flatMap((fact) => {
    const pair = difference(leavesOfOne.get(fact) ?? '', leavesOfOther.get(fact) ?? '');
    return pair === undefined ? [] : [{ fact, one: pair[0], other: pair[1] }];
  });
}

function difference(one: Leaf, other: Leaf): readonly [string, string] | undefined {
  if (typeof one === 'string' && typeof other === 'string') return one === other ? undefined : [one, other];
  const [listed, compared] = [listOf(one), listOf(other)];
  const onlyOne = listed.filter((item) => !compared.includes(item));
  const onlyOther = compared.filter((item) => !listed.includes(item));
  // Another order says nothing.
  return onlyOne.length + onlyOther.length === 0 ? undefined : [onlyOne.join(', '), onlyOther.join(', ')];
}

const listOf = (leaf: Leaf): readonly string[] => (typeof leaf === 'string' ? (leaf === '' ? [] : [leaf]) : leaf);

function leavesOf({ facts, profile }: ReadReport): ReadonlyMap<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  const { kernelModules, ...others } = facts;
  gather(leaves, '', others);
  // The report lists modules by state; whoever compares looks for the state of a module.
  for (const [state, modules] of Object.entries(kernelModules ?? {}))
    if (Array.isArray(modules)) for (const module of modules) leaves.set(`kernelModules.${String(module)}`, state);
  gather(leaves, 'profile', profile ?? {});
  return leaves;
}

/** Values are as deep as the schema of a report lets them be. */
function gather(leaves: Map<string, Leaf>, path: string, value: unknown): void {
  if (Array.isArray(value)) {
    leaves.set(
      path,
      value.map((item) => (typeof item === 'object' ? JSON.stringify(item) : String(item))),
    );
    return;
  }
  if (typeof value !== 'object' || value === null) {
    if (value !== undefined) leaves.set(path, String(value));
    return;
  }
  for (const [name, inner] of Object.entries(value)) gather(leaves, path === '' ? name : `${path}.${name}`, inner);
}
