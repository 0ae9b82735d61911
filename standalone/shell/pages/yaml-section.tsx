import type { FC } from 'react';
import { PageSection } from '@patternfly/react-core';
import { stringify } from 'yaml';
import { CodeEditor } from '../sdk/code-editor';

/** An object as YAML, to read. */
export const YamlSection: FC<{ readonly object: unknown }> = ({ object }) => (
  <PageSection hasBodyWrapper={false} isFilled>
    <CodeEditor value={stringify(object)} language="yaml" minHeight="30rem" options={{ readOnly: true }} />
  </PageSection>
);
