/** Loads the object that an extension refers to. */
export type CodeReference<Value = unknown> = () => Promise<Value>;

/** An extension of the loaded plugin: its code references are functions. */
export interface Extension {
  readonly type: string;
  readonly uid: string;
  readonly pluginName: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly flags?: { readonly required?: readonly string[]; readonly disallowed?: readonly string[] };
}

/** A model as extensions name it. */
export interface ExtensionModel {
  readonly group?: string;
  readonly version?: string;
  readonly kind: string;
}

export interface NavigationItem {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly section?: string;
  readonly startsWith?: readonly string[];
  readonly insertBefore?: string | readonly string[];
  readonly insertAfter?: string | readonly string[];
}

export interface PageRoute {
  readonly path: string | readonly string[];
  readonly exact?: boolean;
  readonly component: CodeReference;
}

export interface ResourceTab {
  readonly model: ExtensionModel;
  readonly page: { readonly name: string; readonly href: string };
  readonly component: CodeReference;
}

export interface ModelFlag {
  readonly flag: string;
  readonly model: ExtensionModel;
}

export interface NodeStatusExtension {
  readonly title: string;
  readonly isActive: CodeReference;
  readonly PopoverContent: CodeReference;
}

export interface NodeActionsExtension {
  readonly model: ExtensionModel;
  readonly provider: CodeReference;
}

export interface ResourceHealth {
  readonly title: string;
  readonly resources: CodeReference;
  readonly healthHandler: CodeReference;
  readonly popupComponent?: CodeReference;
  readonly popupTitle?: string;
}

export interface AlertAction {
  readonly alert: string;
  readonly text: string;
  readonly action: CodeReference;
}

export interface CreatePage {
  readonly model: ExtensionModel;
  readonly component: CodeReference;
}

/** The properties of the extension types that this host understands. */
export interface ExtensionProperties {
  readonly 'console.navigation/href': NavigationItem;
  readonly 'console.page/route': PageRoute;
  readonly 'console.tab/horizontalNav': ResourceTab;
  readonly 'console.flag/model': ModelFlag;
  readonly 'console.node/status': NodeStatusExtension;
  readonly 'console.action/resource-provider': NodeActionsExtension;
  readonly 'console.dashboards/overview/health/resource': ResourceHealth;
  readonly 'console.alert-action': AlertAction;
  readonly 'console.resource/create': CreatePage;
}

/** Extensions of one type. The plugin's build has validated their properties against the console's schema. */
export const extensionsOf = <Type extends keyof ExtensionProperties>(
  extensions: readonly Extension[],
  type: Type,
): readonly (Extension & { readonly properties: ExtensionProperties[Type] })[] =>
  extensions.filter(
    (extension): extension is Extension & { readonly properties: ExtensionProperties[Type] } => extension.type === type,
  );

export const isInUse = ({ flags }: Extension, values: Readonly<Record<string, boolean | undefined>>): boolean =>
  (flags?.required ?? []).every((flag) => values[flag] === true) &&
  !(flags?.disallowed ?? []).some((flag) => values[flag] === true);
