import { useState, type FC } from 'react';
import { Alert, AlertActionCloseButton } from '@patternfly/react-core';
import { hostDescription } from '../host-description';

/** What the program says of what it shows, such as what it lacks to test more; until somebody has read it. */
export const HostNotice: FC = () => {
  const { notice } = hostDescription();
  const [isRead, setIsRead] = useState(false);
  return notice === undefined || isRead ? null : (
    <Alert
      isInline
      variant="info"
      component="h2"
      title={notice}
      data-test="host-notice"
      actionClose={<AlertActionCloseButton aria-label="Close this notice" onClose={() => setIsRead(true)} />}
    />
  );
};
