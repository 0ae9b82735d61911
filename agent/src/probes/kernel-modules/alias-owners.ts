const known = new WeakMap<ReadonlyMap<string, readonly string[]>, ReadonlyMap<string, string>>();

/** The modules that modules.alias (depmod(8)) gives some aliases, the other way round: the first module of each alias. Made once for each file. */
export function aliasOwners(aliases: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string> {
  const before = known.get(aliases);
  if (before !== undefined) return before;
  const owners = new Map<string, string>();
  for (const [module, names] of aliases) for (const name of names) if (!owners.has(name)) owners.set(name, module);
  known.set(aliases, owners);
  return owners;
}
