import { stringify } from 'yaml';
import type { Printer } from './printable-report';

/** The NodeReport itself as YAML; `kubectl create --dry-run=client -f -` reads it back. */
export const printYaml: Printer = ({ report }) => stringify(report, { lineWidth: 0, aliasDuplicateObjects: false });
