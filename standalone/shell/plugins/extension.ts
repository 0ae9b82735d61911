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

/** The properties of the extension types that this host understands. */
export interface ExtensionProperties {
  readonly 'console.navigation/href': NavigationItem;
  readonly 'console.page/route': PageRoute;
  readonly 'console.tab/horizontalNav': ResourceTab;
  readonly 'console.flag/model': ModelFlag;
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
