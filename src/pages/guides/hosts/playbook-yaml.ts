import { ansiblePlaybook, inEnglish, yamlForm } from '@calico-readiness/requirements';
import type { Guide, HostGroups } from '@calico-readiness/requirements';
import { stringify } from 'yaml';

/** The playbook as YAML. Loaded on demand, for the YAML library. */
export const playbookYaml = (guide: Guide, groups: HostGroups['groups']): string =>
  stringify(ansiblePlaybook(guide.id, inEnglish(guide.title), groups), { ...yamlForm, blockQuote: 'literal' });
