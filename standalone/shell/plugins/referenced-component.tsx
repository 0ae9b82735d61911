import { useEffect, useState, type ComponentType, type FC } from 'react';
import { Bullseye, Spinner } from '@patternfly/react-core';
import type { CodeReference } from './extension';

type AnyComponent = ComponentType<Readonly<Record<string, unknown>>>;

interface ReferencedComponentProps {
  readonly reference: CodeReference;
  /** What the component gets. */
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** Loads a component of the plugin and renders it; a failure to load is thrown to the error boundary. */
export const ReferencedComponent: FC<ReferencedComponentProps> = ({ reference, properties = {} }) => {
  const [state, setState] = useState<{ readonly component?: AnyComponent; readonly error?: unknown }>({});
  useEffect(() => {
    let current = true;
    reference().then(
      (component) => current && setState({ component: component as AnyComponent }),
      (error: unknown) => current && setState({ error }),
    );
    return () => {
      current = false;
    };
  }, [reference]);
  if (state.error !== undefined) throw state.error;
  const Loaded = state.component;
  if (Loaded === undefined) {
    return (
      <Bullseye>
        <Spinner aria-label="Loading" />
      </Bullseye>
    );
  }
  return <Loaded {...properties} />;
};
