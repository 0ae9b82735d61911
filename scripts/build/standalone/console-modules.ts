/** One export of a console module: the shim's file below standalone/shell/sdk and its name there. */
interface Shim {
  readonly file: string;
  readonly name: string;
}

const shim = (file: string, name: string): Shim => ({ file, name });

/** Part of the SDK, but nothing that our pages use: throws when it is rendered or called. */
const notEmulated = null;

/**
 * The modules of the console's own source that the published SDK requires, with the exports that it takes from them.
 * The console's build resolves them; here they resolve to the shims.
 */
export const consoleModules: Readonly<Record<string, Readonly<Record<string, Shim | typeof notEmulated>>>> = {
  '@console/dynamic-plugin-sdk/src/api/useResolvedExtensions': {
    useResolvedExtensions: shim('use-resolved-extensions', 'useResolvedExtensions'),
  },
  '@console/dynamic-plugin-sdk/src/perspective/useActivePerspective': {
    default: shim('use-active-perspective', 'useActivePerspective'),
  },
  '@console/internal/components/AsyncCodeEditor': { AsyncCodeEditor: shim('code-editor', 'CodeEditor') },
  '@console/internal/components/AsyncResourceYAMLEditor': { AsyncResourceYAMLEditor: notEmulated },
  '@console/internal/components/events': { WrappedResourceEventStream: notEmulated },
  '@console/internal/components/factory/ListPage/ListPageCreate': {
    default: notEmulated,
    ListPageCreateLink: notEmulated,
    ListPageCreateButton: notEmulated,
    ListPageCreateDropdown: notEmulated,
  },
  '@console/internal/components/factory/ListPage/ListPageFilter': { default: notEmulated },
  '@console/internal/components/factory/ListPage/ListPageHeader': {
    default: shim('list-page-header', 'ListPageHeader'),
  },
  '@console/internal/components/factory/ListPage/filter-hook': { useListPageFilter: notEmulated },
  '@console/internal/components/factory/Table/VirtualizedTable': { default: notEmulated, TableData: notEmulated },
  '@console/internal/components/factory/Table/active-columns-hook': { useActiveColumns: notEmulated },
  '@console/internal/components/graphs/prometheus-poll-hook': { usePrometheusPoll: notEmulated },
  '@console/internal/components/namespace-bar': { NamespaceBar: notEmulated },
  '@console/internal/components/utils/horizontal-nav': { HorizontalNavFacade: shim('horizontal-nav', 'HorizontalNav') },
  '@console/internal/components/utils/resource-icon': { ResourceIcon: shim('resource-icon', 'ResourceIcon') },
  '@console/internal/components/utils/resource-link': { ResourceLink: shim('resource-link', 'ResourceLink') },
  // Static models only serve a console without discovery; ours come from discovery.
  '@console/internal/models': {},
  '@console/shared/src/components/actions/ActionServiceProvider': { default: notEmulated },
  '@console/shared/src/components/dashboard/Dashboard': { default: notEmulated },
  '@console/shared/src/components/dashboard/DashboardGrid': { default: notEmulated },
  '@console/shared/src/components/dashboard/inventory-card/InventoryCard': {
    default: notEmulated,
    InventoryItemTitle: notEmulated,
    InventoryItemBody: notEmulated,
    InventoryItemStatus: notEmulated,
    InventoryItemLoading: notEmulated,
  },
  '@console/shared/src/components/dashboard/status-card/StatusPopup': {
    default: notEmulated,
    StatusPopupSection: notEmulated,
  },
  '@console/shared/src/components/datetime/Timestamp': { default: shim('timestamp', 'Timestamp') },
  '@console/shared/src/components/document-title/DocumentTitle': {
    DocumentTitle: shim('document-title', 'DocumentTitle'),
  },
  '@console/shared/src/components/error/fallbacks/ErrorBoundaryFallbackPage': {
    default: shim('error-boundary-fallback-page', 'ErrorBoundaryFallbackPage'),
  },
  '@console/shared/src/components/layout/PaneBody': { default: shim('pane-body', 'PaneBody') },
  '@console/shared/src/components/query-browser': { QueryBrowser: notEmulated },
  '@console/shared/src/hooks/useActiveNamespace': {
    useActiveNamespace: shim('use-active-namespace', 'useActiveNamespace'),
  },
  '@console/shared/src/hooks/useAnnotationsModal': { useAnnotationsModal: notEmulated },
  '@console/shared/src/hooks/useDeleteModal': { useDeleteModal: notEmulated },
  '@console/shared/src/hooks/useLabelsModal': { useLabelsModal: notEmulated },
  '@console/shared/src/hooks/useQuickStartContext': { useQuickStartContext: notEmulated },
  '@console/shared/src/hooks/useUserPreference': {
    useUserPreference: shim('use-user-preference', 'useUserPreference'),
  },
  '@console/shared/src/hooks/useUserSettings': { useUserSettings: shim('use-user-preference', 'useUserPreference') },
  '@console/shared/src/utils/console-fetch': {
    coFetch: shim('console-fetch', 'coFetch'),
    coFetchJSON: shim('console-fetch', 'coFetchJSON'),
    coFetchText: shim('console-fetch', 'coFetchText'),
  },
};

/** The source of the module that stands in for `specifier`; undefined when the SDK began to require one that we don't know. */
export const consoleModuleSource = (specifier: string, shimsDirectory: string): string | undefined => {
  const exports = consoleModules[specifier];
  if (exports === undefined) return undefined;
  const lines = Object.entries(exports).map(([name, target]) => {
    if (target !== notEmulated)
      return `export { ${target.name} as ${name} } from ${JSON.stringify(`${shimsDirectory}/${target.file}`)};`;
    const described = JSON.stringify(`${specifier}.${name}`);
    return name === 'default'
      ? `export default notEmulated(${described});`
      : `export const ${name} = notEmulated(${described});`;
  });
  return [`import { notEmulated } from ${JSON.stringify(`${shimsDirectory}/not-emulated`)};`, ...lines].join('\n');
};
