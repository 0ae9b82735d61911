import { ansiblePlaybook, exampleGroups, guides, inEnglish, noSituation } from '@calico-readiness/requirements';
import { parse } from 'yaml';
import { playbookYaml } from './playbook-yaml';

const groups = [
  {
    hosts: ['on', 'worker-1'],
    change: { files: [{ path: '/etc/x.conf', content: '{{ a }} {% b %} {# c #}\nyes: no\n' }], maskedUnits: ['y'] },
  },
];

describe('playbookYaml', () => {
  it.each(guides)('says the same to readers of YAML 1.1, which Ansible is, and of 1.2: $id', (guide) => {
    const playbook = ansiblePlaybook(guide.id, inEnglish(guide.title), groups);

    for (const version of ['1.1', '1.2'] as const)
      expect(parse(playbookYaml(guide, groups), { version })).toEqual(playbook);
  });

  it.each(guides)('has an example where no host is known: $id', (guide) => {
    const example = exampleGroups(guide, noSituation).groups;

    expect(parse(playbookYaml(guide, example))).toHaveLength(example.length + 1);
  });
});
