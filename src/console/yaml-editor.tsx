import { Suspense } from 'react';
import { CodeEditor } from '@openshift-console/dynamic-plugin-sdk';

interface YamlEditorProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** The console's own editor, which it loads when it is shown first. */
export const YamlEditor = ({ text, onChange }: YamlEditorProps) => (
  <Suspense fallback={null}>
    <CodeEditor value={text} language="yaml" minHeight="24rem" showShortcuts onChange={onChange} />
  </Suspense>
);
