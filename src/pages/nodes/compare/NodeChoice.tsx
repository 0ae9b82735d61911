import { useEffect, useMemo, useState } from 'react';
import { FormGroup, TextInput } from '@patternfly/react-core';
import type { NodeRow } from '../../../fleet/node-row';

interface NodeChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly name: string;
  /** All nodes, those first that are proposed first. */
  readonly rows: readonly NodeRow[];
  readonly onChange: (name: string) => void;
}

/** A browser lists them all at once. */
const mostProposed = 50;

/** A node by its name, of which a part is enough to be proposed it. */
export const NodeChoice = ({ id, label, name, rows, onChange }: NodeChoiceProps) => {
  const [text, setText] = useState(name);
  useEffect(() => {
    setText(name);
  }, [name]);
  const proposed = useMemo(() => {
    const part = text.trim().toLowerCase();
    const found: string[] = [];
    for (const row of rows) {
      if (found.length >= mostProposed) break;
      if (row.name.toLowerCase().includes(part)) found.push(row.name);
    }
    return found;
  }, [rows, text]);
  return (
    <FormGroup label={label} fieldId={id}>
      <TextInput
        id={id}
        list={`${id}-nodes`}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(_event, value) => {
          setText(value);
          if (rows.some((row) => row.name === value)) onChange(value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && text.trim() !== '') onChange(text.trim());
        }}
      />
      <datalist id={`${id}-nodes`}>
        {proposed.map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
    </FormGroup>
  );
};
