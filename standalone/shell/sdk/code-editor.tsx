import { forwardRef } from 'react';
import { TextArea } from '@patternfly/react-core';

interface CodeEditorProps {
  readonly value?: string;
  readonly language?: string;
  readonly minHeight?: string | number;
  readonly options?: { readonly readOnly?: boolean };
  readonly onChange?: (value: string, event: unknown) => void;
}

/** The console has Monaco here; a plain text area does for reading and for changing a few lines. */
export const CodeEditor = forwardRef<HTMLTextAreaElement, CodeEditorProps>(
  ({ value = '', minHeight, options, onChange }, reference) => (
    <TextArea
      ref={reference}
      aria-label="Code"
      className="standalone-code-editor"
      style={{ minHeight }}
      value={value}
      readOnlyVariant={options?.readOnly === true ? 'default' : undefined}
      onChange={(event, text) => onChange?.(text, event)}
      spellCheck={false}
    />
  ),
);
CodeEditor.displayName = 'CodeEditor';
