import type { FC, ReactNode } from 'react';
import { Link } from '@profile/router';
import { ResourceIcon } from './resource-icon';
import { pathElementOf, type KindProperties } from './resource-reference';

interface ResourceLinkProps extends KindProperties {
  readonly name?: string;
  readonly namespace?: string;
  readonly displayName?: string;
  readonly className?: string;
  readonly inline?: boolean;
  readonly hideIcon?: boolean;
  readonly linkTo?: boolean;
  readonly dataTest?: string;
  readonly children?: ReactNode;
}

/** An object's name, leading to its page. */
export const ResourceLink: FC<ResourceLinkProps> = (properties) => {
  const {
    name = '',
    namespace,
    displayName = name,
    className = '',
    inline = false,
    hideIcon = false,
    linkTo = true,
    dataTest,
    children,
  } = properties;
  const scope = namespace === undefined ? 'cluster' : `ns/${namespace}`;
  const path = `/k8s/${scope}/${pathElementOf(properties)}/${encodeURIComponent(name)}`;
  const Wrapper = inline ? 'span' : 'div';
  return (
    <Wrapper className={`standalone-resource-link ${className}`}>
      {hideIcon ? null : <ResourceIcon {...properties} className="" />}
      {linkTo ? (
        <Link to={path} title={name} {...(dataTest === undefined ? {} : { 'data-test': dataTest })}>
          {displayName}
        </Link>
      ) : (
        <span {...(dataTest === undefined ? {} : { 'data-test': dataTest })}>{displayName}</span>
      )}
      {children}
    </Wrapper>
  );
};
