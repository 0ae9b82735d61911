/*
 * Takes the place of the package of that name in the agent's bundle, and is that package for who makes such an agent. The
 * Kubernetes client imports it for kubeconfigs that name a SOCKS proxy; what it brings along to read addresses would be
 * loaded by every agent, and stay in memory.
 */
type AgentClass = new (...words: readonly unknown[]) => object;

export function SocksProxyAgent(...words: readonly unknown[]): object {
  // Bundled, and run only here: an import would be run at the start.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const loaded = require('socks-proxy-agent') as { readonly SocksProxyAgent: AgentClass };
  return new loaded.SocksProxyAgent(...words);
}
