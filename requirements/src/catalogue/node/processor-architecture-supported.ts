import { msg } from '../../model/message';
import { defineRequirement } from '../../model/requirement';
import { always } from '../applicability';
import { documentation } from '../documentation';
import { quoting } from '../quotes';

/** uname(2) names of x86-64, arm64, ppc64le and s390x, and the names that Go and Debian use for the first two. */
const supported = ['x86_64', 'amd64', 'aarch64', 'arm64', 'ppc64le', 's390x'];

export const processorArchitectureSupported = defineRequirement({
  id: 'processor-architecture-supported',
  chapter: 'node',
  scope: 'host',
  level: 'required',
  origin: quoting('x86-64, arm64, ppc64le, or s390x processor'),
  title: msg('The processor architecture is supported'),
  failureTitle: msg('The processor architecture is not supported'),
  shortTitle: msg('CPU arch'),
  rationale: msg('Calico is built for these four architectures only; on any other one its containers do not start.'),
  needed: msg('x86-64, arm64, ppc64le or s390x'),
  remedy: msg('Use a machine with one of the supported architectures.'),
  guide: 'operating-system',
  links: documentation.requirements,
  verifyCommand: 'uname -m',
  reasons: {
    ArchitectureSupported: { title: msg('The processor architecture is supported') },
    ArchitectureNotSupported: { title: msg('The processor architecture is not one that Calico is built for') },
  },
  appliesTo: always,
  needs: ['architecture'],
  evaluate: ({ architecture }) =>
    supported.includes(architecture)
      ? { outcome: 'met', reason: 'ArchitectureSupported', observed: architecture }
      : { outcome: 'unmet', reason: 'ArchitectureNotSupported', observed: architecture },
});
