import { useMemo, useState, type FC, type ReactNode } from 'react';
import { Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import { EllipsisVIcon } from '@patternfly/react-icons';
import { useNavigate } from '@profile/router';
import { useExtensions } from '../plugins/extensions-context';
import { useLoaded } from '../plugins/use-loaded';
import { nodeModel, type KubernetesNode } from './kubernetes-node';

interface Action {
  readonly id: string;
  readonly label: ReactNode;
  readonly cta: (() => void) | { readonly href: string };
}

type Provider = (node: KubernetesNode) => readonly [actions: readonly Action[], loaded: boolean, error: unknown];

/** The menu of a node with what plugins add to it; without them there is none here. Providers are asked once it opens. */
export const NodeActions: FC<{ readonly node: KubernetesNode }> = ({ node }) => {
  const [isOpen, setOpen] = useState(false);
  const extensions = useExtensions('console.action/resource-provider');
  const references = useMemo(
    () =>
      extensions
        .filter(({ properties: { model } }) => (model.group ?? '') === '' && model.kind === nodeModel.kind)
        .map(({ properties }) => properties.provider),
    [extensions],
  );
  const providers = useLoaded(references) as readonly Provider[] | undefined;
  if (providers === undefined || providers.length === 0) return null;
  return (
    <Dropdown
      isOpen={isOpen}
      onOpenChange={setOpen}
      popperProps={{ position: 'right' }}
      toggle={(reference) => (
        <MenuToggle
          ref={reference}
          variant="plain"
          aria-label={`Actions of ${node.metadata.name}`}
          isExpanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          icon={<EllipsisVIcon />}
        />
      )}
    >
      <DropdownList>
        {isOpen
          ? providers.map((provider, index) => <ProvidedActions key={index} provider={provider} node={node} />)
          : null}
      </DropdownList>
    </Dropdown>
  );
};

const ProvidedActions: FC<{ readonly provider: Provider; readonly node: KubernetesNode }> = ({ provider, node }) => {
  const navigate = useNavigate();
  const [actions] = provider(node);
  return (
    <>
      {actions.map(({ id, label, cta }) => (
        <DropdownItem key={id} onClick={() => (typeof cta === 'function' ? cta() : navigate(cta.href))}>
          {label}
        </DropdownItem>
      ))}
    </>
  );
};
