import type { FC } from 'react';
import { CodeBlock, CodeBlockCode, EmptyState, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';

/** Shown when the console itself could not start. */
export const StartFailure: FC<{ readonly error: unknown }> = ({ error }) => (
  <EmptyState titleText="The console could not start" headingLevel="h1" status="danger" data-test="start-failure">
    <EmptyStateBody>The plugin or the Kubernetes API did not answer as expected.</EmptyStateBody>
    <EmptyStateFooter>
      <CodeBlock>
        <CodeBlockCode>{error instanceof Error ? (error.stack ?? error.message) : String(error)}</CodeBlockCode>
      </CodeBlock>
    </EmptyStateFooter>
  </EmptyState>
);
