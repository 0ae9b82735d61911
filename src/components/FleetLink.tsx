import type { ComponentProps } from 'react';
import { Link, useSearchParams } from '../console/router';
import { whatIfParameter } from '../hooks/useWhatIf';
import { withWhatIf } from './addresses';

interface FleetLinkProps extends Omit<ComponentProps<typeof Link>, 'to'> {
  readonly to: string;
}

/** A link to another of the pages that know about a what-if: it goes along. */
export const FleetLink = ({ to, ...properties }: FleetLinkProps) => {
  const [parameters] = useSearchParams();
  return <Link {...properties} to={withWhatIf(to, parameters.get(whatIfParameter))} />;
};
