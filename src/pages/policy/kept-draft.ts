import type { ReadinessPolicyObject } from '../../k8s/models';
import type { PolicyDraft } from './draft/policy-draft';

/** What a person filled in, with the policy that it began with; undefined where there was none. */
export interface KeptDraft {
  readonly base: ReadinessPolicyObject | undefined;
  readonly draft: PolicyDraft;
}

let kept: KeptDraft | undefined;

/**
 * What was not saved when a person left the page for another one of the console: no release of the console lets a plugin
 * ask before. It lasts as long as the console's page in the browser, and nobody else sees it.
 */
export const keptDraft = {
  get: (): KeptDraft | undefined => kept,
  set: (draft: KeptDraft | undefined): void => {
    kept = draft;
  },
};
