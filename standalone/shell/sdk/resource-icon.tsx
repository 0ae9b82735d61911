import type { FC } from 'react';
import { kindOf, type KindProperties } from './resource-reference';

/** The short name of a kind as a badge. */
export const ResourceIcon: FC<KindProperties & { readonly className?: string }> = (properties) => {
  const kind = kindOf(properties);
  return (
    <span
      className={`standalone-resource-icon ${properties.className ?? ''}`}
      title={kind}
      aria-label={kind}
      role="img"
    >
      {kind.replace(/[^A-Z]/g, '').slice(0, 4)}
    </span>
  );
};
