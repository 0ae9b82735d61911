/** What the title of a page is called in this console, whose `PageHeader` leaves room above a help text alone. */
export const titleClass = (hasHelpText: boolean): string => (hasHelpText ? 'pf-v6-u-mb-sm' : '');
