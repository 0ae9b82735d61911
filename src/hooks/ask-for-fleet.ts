import { askEarly } from '../console/fetch-json';
import { acceptTable } from '../k8s/list-answer';
import { listUrl, nodeReportKind } from '../k8s/models';
import { nodeList } from '../lists/node-list';
import { firstWholeUrl, pageUrl } from '../lists/page-url';

/** Asks for what `useFleet` shows first, while the code of the page is still on its way. */
export function askForFleet(): void {
  const reports = listUrl(nodeReportKind);
  askEarly(pageUrl(nodeList), acceptTable);
  askEarly(pageUrl({ url: reports, includeObject: 'None' }), acceptTable);
  // Whose profile stands for that of the others: see `ReportList`.
  askEarly(firstWholeUrl(reports));
}
