import type { FC } from 'react';
import { Alert, AlertActionLink } from '@patternfly/react-core';
import { useSignedOut } from '../sdk/signed-out';

/** Says why nothing is refreshed any more after the host was started again, and what to do. */
export const SignedOutNotice: FC = () =>
  useSignedOut() ? (
    <Alert
      isInline
      isLiveRegion
      variant="danger"
      component="h2"
      title="The program was started again and does not know this page"
      data-test="signed-out"
      actionLinks={<AlertActionLink onClick={() => window.location.reload()}>Reload this page</AlertActionLink>}
    >
      Nothing here is refreshed any more. Open the address that the program printed in its terminal, then reload this
      page.
    </Alert>
  ) : null;
