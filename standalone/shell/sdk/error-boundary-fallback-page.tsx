import type { FC } from 'react';
import { CodeBlock, CodeBlockCode, EmptyState, EmptyStateBody, PageSection } from '@patternfly/react-core';

interface ErrorBoundaryFallbackPageProps {
  readonly errorMessage: string;
  readonly componentStack: string;
  readonly stack: string;
  readonly title: string;
}

/** Shown instead of a page that threw. */
export const ErrorBoundaryFallbackPage: FC<ErrorBoundaryFallbackPageProps> = ({
  title,
  errorMessage,
  componentStack,
  stack,
}) => (
  <PageSection hasBodyWrapper={false} data-test="error-page">
    <EmptyState titleText="Something went wrong" headingLevel="h1" status="danger">
      <EmptyStateBody>{title}</EmptyStateBody>
    </EmptyState>
    <CodeBlock>
      <CodeBlockCode>{[errorMessage, componentStack, stack].join('\n\n')}</CodeBlockCode>
    </CodeBlock>
  </PageSection>
);
