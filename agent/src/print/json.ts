import type { Printer } from './printable-report';

/** The NodeReport itself, as the API would hold it. */
export const printJson: Printer = ({ report }) => `${JSON.stringify(report, null, 2)}\n`;
