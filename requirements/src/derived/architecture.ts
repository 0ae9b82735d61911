/** Names that Go and Debian use where `uname -m` has another one. */
const unameNames: Readonly<Record<string, string>> = { amd64: 'x86_64', arm64: 'aarch64' };

/** A processor architecture as `uname -m` names it. */
export const unameArchitecture = (name: string): string =>
  Object.hasOwn(unameNames, name) ? (unameNames[name] ?? name) : name;
