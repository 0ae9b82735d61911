/** What the title of a page is called in this console, whose `PageHeader` leaves room below every title. */
export const titleClass: (hasHelpText: boolean) => string = () => 'pf-v6-u-mb-sm';
