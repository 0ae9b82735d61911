import { machineConfigRoleLabel, textOfDataUrl, yamlForm } from '@calico-readiness/requirements';
import type { MachineConfigObject } from '@calico-readiness/requirements';
import { Document, isScalar } from 'yaml';

/** One numbered remark on a line of the YAML. */
export type Remark =
  | { readonly kind: 'role'; readonly role: string }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'content'; readonly path: string; readonly content: string }
  | { readonly kind: 'unit'; readonly unit: string };

export interface AnnotatedYaml {
  /** The object as YAML; the remark number n is the comment `# n` on the line it is about. */
  readonly text: string;
  readonly remarks: readonly Remark[];
}

/** Writes a MachineConfig as YAML. Loaded on demand, because it brings the YAML library along. */
export function annotatedYaml(object: MachineConfigObject): AnnotatedYaml {
  const document = new Document(object, yamlForm);
  const remarks: Remark[] = [];
  const comment = (path: readonly (string | number)[], text: string) => {
    const node = document.getIn(path, true);
    if (isScalar(node)) node.comment = ` ${text}`;
  };
  const remark = (path: readonly (string | number)[], what: Remark) => {
    remarks.push(what);
    comment(path, String(remarks.length));
  };
  const role = object.metadata.labels[machineConfigRoleLabel];
  if (role !== undefined) remark(['metadata', 'labels', machineConfigRoleLabel], { kind: 'role', role });
  const { storage, systemd } = object.spec.config;
  storage?.files.forEach(({ path, contents }, index) => {
    const file = ['spec', 'config', 'storage', 'files', index];
    remark([...file, 'path'], { kind: 'file', path });
    comment([...file, 'mode'], '0644');
    remark([...file, 'contents', 'source'], { kind: 'content', path, content: textOfDataUrl(contents.source) ?? '' });
  });
  systemd?.units.forEach(({ name }, index) => {
    remark(['spec', 'config', 'systemd', 'units', index, 'name'], { kind: 'unit', unit: name });
  });
  return { text: document.toString(yamlForm), remarks };
}
