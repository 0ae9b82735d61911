/** Elements that the console itself draws, so that our pages look like its own. */
export { DocumentTitle, ListPageHeader, Timestamp } from '@openshift-console/dynamic-plugin-sdk';
