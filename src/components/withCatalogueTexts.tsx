import type { ComponentType } from 'react';
import { useCatalogueTexts } from '../hooks/useCatalogueTexts';

/** A page or tab that is shown once the catalogue's sentences are there in the user's language. */
export function withCatalogueTexts<Props extends object>(Page: ComponentType<Props>): ComponentType<Props> {
  const PageWithCatalogueTexts = (props: Props) => (useCatalogueTexts() ? <Page {...props} /> : null);
  PageWithCatalogueTexts.displayName = Page.displayName ?? Page.name;
  return PageWithCatalogueTexts;
}
