import { machineConfig } from '@calico-readiness/requirements';
import { parse } from 'yaml';
import { annotatedYaml } from './machine-config-yaml';

const object = machineConfig({
  role: 'worker',
  guide: 'firewalld',
  change: { files: [{ path: '/etc/a.conf', content: 'x # y\n'.repeat(40) }], maskedUnits: ['firewalld.service'] },
});

describe('annotatedYaml', () => {
  it('parses to the very object, comments and all', () => {
    expect(parse(annotatedYaml(object).text)).toEqual(object);
  });

  it.each(['on', 'y', '0777', '1:20', '0o7'])(
    'says the same to readers of YAML 1.1 and 1.2 for the role %s',
    (role) => {
      const odd = machineConfig({ role, guide: 'firewalld', change: { files: [], maskedUnits: ['a.service'] } });
      for (const version of ['1.1', '1.2'] as const) expect(parse(annotatedYaml(odd).text, { version })).toEqual(odd);
    },
  );

  it('numbers the remarks in the order of the lines they are about', () => {
    const { text, remarks } = annotatedYaml(object);
    expect(remarks.map((remark) => remark.kind)).toEqual(['role', 'file', 'content', 'unit']);
    expect([...text.matchAll(/ # (\d)$/gm)].map(([, number]) => number)).toEqual(['1', '2', '3', '4']);
    expect(text).toContain('    machineconfiguration.openshift.io/role: worker # 1\n');
    expect(text).toContain('mode: 420 # 0644\n');
  });

  it('decodes the content of the file', () => {
    expect(annotatedYaml(object).remarks[2]).toEqual({
      kind: 'content',
      path: '/etc/a.conf',
      content: 'x # y\n'.repeat(40),
    });
  });
});
