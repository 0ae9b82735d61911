import { Suspense } from 'react';
import type { ReactNode } from 'react';
import { CodeEditor } from '@openshift-console/dynamic-plugin-sdk';

interface YamlEditorProps {
  readonly text: string;
  /** Shown until the editor is there, which takes seconds on a slow network. */
  readonly loading: ReactNode;
  readonly onChange: (text: string) => void;
}

/** The console's own editor, which it loads when it is shown first. */
export const YamlEditor = ({ text, loading, onChange }: YamlEditorProps) => (
  <Suspense fallback={loading}>
    <CodeEditor value={text} language="yaml" minHeight="24rem" showShortcuts onChange={onChange} />
  </Suspense>
);
