import type { PlacedRule } from './validation-rules';
import { eachOnce } from './validation-rules';

/** What the status of a NodeReport keeps beyond the type and the bound of each field. */
export const reportRules: readonly PlacedRule[] = [
  {
    at: 'findings',
    rule: eachOnce('self', 'requirement'),
    message: 'two findings have the same requirement; write one finding for each requirement',
  },
  {
    at: 'notApplicable',
    rule: eachOnce('self'),
    message: 'a requirement stands there twice; write each once',
  },
  {
    at: 'conditions',
    rule: eachOnce('self', 'type'),
    message: 'two conditions have the same type; write one condition of each type',
  },
  {
    at: '',
    rule: '!has(self.notApplicable) || [self.findings.map(finding, finding.requirement)].all(found, self.notApplicable.all(id, !(id in found)))',
    message: 'a requirement has a finding and is in notApplicable as well; it belongs into one of them',
    fieldPath: '.notApplicable',
  },
];
