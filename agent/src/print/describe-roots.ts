import type { Finding, HostFacts } from '@calico-readiness/requirements';
import { inEnglish, rootsOf } from '@calico-readiness/requirements';
import { oneLine } from '../foundation/untrusted-text';
import type { PrintableRoot } from './printable-report';

const longestText = 200;

/** The roots of one host's findings in English, worst first. */
export const describeRoots = (findings: readonly Finding[], facts: HostFacts): PrintableRoot[] =>
  rootsOf(findings).map(({ root, verdict, findings: explained }) => ({
    verdict,
    title: inEnglish(root.title),
    observed: oneLine(root.observed(facts), longestText),
    remedy: inEnglish(root.remedy(facts)),
    requirements: explained.map(({ requirement }) => requirement),
  }));
