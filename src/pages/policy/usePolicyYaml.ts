import { useMemo, useState } from 'react';
import { policyTemplate } from '../../extensions/policy/policy-template';
import { draftOf, specOf } from './draft/policy-draft';
import type { PolicyDraft } from './draft/policy-draft';
import { policyYaml, specOfYaml } from './draft/policy-yaml';
import type { YamlReading } from './draft/policy-yaml';

/** The same draft as a text. */
export interface PolicyYamlState {
  /** Null while the form is shown. */
  readonly yaml: string | null;
  /** What the text is read as; undefined while there is none. */
  readonly reading: YamlReading | undefined;
  /** Begins with the default where there is no policy and nothing was filled in. */
  readonly showYaml: (draft: PolicyDraft, isUntouched: boolean) => void;
  readonly typeYaml: (text: string) => void;
  /** Leaves the text, also one that is no policy. */
  readonly closeYaml: () => void;
}

/** `change` gets what was typed, whenever it is a policy. */
export function usePolicyYaml(change: (draft: PolicyDraft) => void): PolicyYamlState {
  const [yaml, setYaml] = useState<string | null>(null);
  const reading = useMemo(() => (yaml === null ? undefined : specOfYaml(yaml)), [yaml]);
  return {
    yaml,
    reading,
    showYaml: (draft, isUntouched) => {
      setYaml(isUntouched ? policyTemplate : policyYaml(specOf(draft)));
    },
    typeYaml: (text) => {
      setYaml(text);
      const read = specOfYaml(text);
      if ('spec' in read) change(draftOf(read.spec));
    },
    closeYaml: () => {
      setYaml(null);
    },
  };
}
