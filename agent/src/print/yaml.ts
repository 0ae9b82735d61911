import { stringify } from 'yaml';
import type { Printer } from './printable-report';

/** The NodeReport itself as YAML; `kubectl create --dry-run=client -f -` reads it back. */
export const printYaml: Printer = ({ report }) =>
  // kubectl reads YAML 1.1, where a plain `on` is no text but true.
  stringify(report, { lineWidth: 0, aliasDuplicateObjects: false, compat: 'yaml-1.1' });
