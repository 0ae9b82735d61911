import type { Waiver } from '@calico-readiness/requirements';
import { stringify } from 'yaml';

/** A waiver for somebody else to write: an entry of the policy's list. */
export const waiverYaml = (waiver: Waiver): string =>
  `# oc edit readinesspolicy cluster\nspec:\n  waivers:\n${stringify([waiver], { lineWidth: 0 })
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n')}\n`;
