import { LabelledAlert } from '../../../components/labelled/LabelledAlert';
import { LabelledSpinner } from '../../../components/labelled/LabelledSpinner';
import type { Guide, HostGroups, Instruction } from '@calico-readiness/requirements';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { CodeListing } from '../../../components/listing/CodeListing';
import { InstructionList } from '../InstructionList';
import type { HostFileKind } from './host-file';
import { fileNameOf, useCommandsOf } from './host-file';
import { useHostFile } from './useHostFile';

interface HostFileProps {
  readonly guide: Guide;
  readonly kind: HostFileKind;
  /** Must keep its identity while it says the same. */
  readonly hosts: HostGroups;
  /** The steps that the file does not do. */
  readonly rest: readonly Instruction[];
}

/** A playbook or a script for the affected hosts, to read, copy and download, and what it leaves to people. */
export const HostFile = ({ guide, kind, hosts, rest }: HostFileProps) => {
  const { t, number } = useReadinessTranslation();
  const state = useHostFile(guide, kind, hosts);
  const commands = useCommandsOf(kind, guide.id);
  const label = kind === 'ansible' ? t('Ansible playbook') : t('Shell script');
  const count = hosts.groups.reduce((sum, group) => sum + group.hosts.length, 0);
  return (
    <>
      <p>
        {kind === 'ansible'
          ? t('It names its hosts itself, and needs ansible-core 2.15 or later. A second run changes nothing.')
          : t('It keeps what it replaces and can undo all of it. On a host that it is not for, it does nothing.')}
      </p>
      {count > 0 && <p>{t('Affected hosts in it: {{number}}', { number: number(count) })}</p>}
      {hosts.leftOut > 0 && (
        <LabelledAlert
          variant="warning"
          isInline
          component="h3"
          title={t('Affected hosts that are left out: {{number}}', { number: number(hosts.leftOut) })}
        >
          {t('A file takes 2,000 hosts. When these are fixed, it takes the next ones.')}
        </LabelledAlert>
      )}
      {rest.length > 0 && (
        <>
          <p>{t('It does not do the following. Look at it first:')}</p>
          <InstructionList id="rest" instructions={rest} />
        </>
      )}
      {state.status === 'loading' && <LabelledSpinner label={t('Writing the file')} />}
      {state.status === 'failed' && (
        <LabelledAlert
          variant="danger"
          isInline
          component="h3"
          title={t('A part of the plugin could not be loaded. Reload the page.')}
        />
      )}
      {state.status === 'ready' && (
        <CodeListing id="host-file" label={label} text={state.text} fileName={fileNameOf(kind, guide.id)} />
      )}
      {commands.map(({ text, command }, index) => (
        <div key={command}>
          <p>{text}</p>
          <CodeListing id={`run-${String(index)}`} label={text} text={command} />
        </div>
      ))}
    </>
  );
};
