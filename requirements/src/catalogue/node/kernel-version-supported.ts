import { isKernelAtLeast, parseKernelRelease } from '../../derived/kernel-release';
import { msg } from '../../model/message';
import { defineRequirement } from '../../model/requirement';
import { always } from '../applicability';
import { documentation } from '../documentation';
import { quoting } from '../quotes';

export const kernelVersionSupported = defineRequirement({
  id: 'kernel-version-supported',
  chapter: 'node',
  scope: 'host',
  level: 'required',
  origin: quoting('Linux kernel 3.10 or later with required dependencies.'),
  title: msg('The kernel version is supported'),
  failureTitle: msg('The kernel version is not supported'),
  shortTitle: msg('Kernel version'),
  rationale: msg('Felix relies on kernel features that older kernels do not have.'),
  needed: msg('Linux 3.10 or later'),
  remedy: msg('Update the operating system to a release with Linux 3.10 or later.'),
  guide: 'operating-system',
  links: documentation.requirements,
  verifyCommand: 'uname -r',
  reasons: {
    KernelSupported: { title: msg('The kernel is recent enough') },
    KernelTooOld: { title: msg('The kernel is older than 3.10') },
    ReleaseNotUnderstood: { title: msg('The kernel release does not start with a version number') },
  },
  appliesTo: always,
  needs: ['kernelRelease'],
  evaluate: ({ kernelRelease }) => {
    const release = parseKernelRelease(kernelRelease);
    if (release === undefined) return { outcome: 'undetermined', reason: 'ReleaseNotUnderstood', observed: kernelRelease };
    return isKernelAtLeast(release, [3, 10])
      ? { outcome: 'met', reason: 'KernelSupported', observed: kernelRelease }
      : { outcome: 'unmet', reason: 'KernelTooOld', observed: kernelRelease };
  },
});
