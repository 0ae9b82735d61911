import type { GuideId } from '@calico-readiness/requirements';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';

/** What brings a guide to hosts that no MachineConfig reaches. */
export type HostFileKind = 'ansible' | 'script';

/** The name under which it is downloaded. */
export const fileNameOf = (kind: HostFileKind, guide: GuideId): string =>
  `calico-${guide}.${kind === 'ansible' ? 'yaml' : 'sh'}`;

/** How to run the downloaded file, in order, each with what it is for. */
export function useCommandsOf(
  kind: HostFileKind,
  guide: GuideId,
): readonly { readonly text: string; readonly command: string }[] {
  const { t } = useReadinessTranslation();
  const file = fileNameOf(kind, guide);
  return kind === 'ansible'
    ? [
        { text: t('See what it would change:'), command: `ansible-playbook --check --diff ${file}` },
        { text: t('Change the hosts:'), command: `ansible-playbook --diff ${file}` },
      ]
    : [
        { text: t('See what is missing on a host:'), command: `sudo sh ${file} --check` },
        { text: t('Change the host:'), command: `sudo sh ${file}` },
        { text: t('Undo it:'), command: `sudo sh ${file} --undo` },
      ];
}
