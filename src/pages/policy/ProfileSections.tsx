import { FormSection } from '@patternfly/react-core';
import { portNames } from '@calico-readiness/requirements';
import type { CalicoPorts, ClusterProfile } from '@calico-readiness/requirements';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { ReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { PolicyDraft } from './draft/policy-draft';
import type { ChoiceField } from './draft/profile-choices';
import { ProfileChoice } from './ProfileChoice';
import { portTitles } from './port-titles';
import { TextField } from './TextField';

interface ProfileSectionsProps {
  readonly draft: PolicyDraft;
  readonly profile: ClusterProfile | undefined;
  readonly faultsAt: (place: string) => readonly string[];
  readonly onChange: (draft: PolicyDraft) => void;
}

/** What is declared of Calico, by what belongs together. */
export const ProfileSections = ({ draft, profile, faultsAt, onChange }: ProfileSectionsProps) => {
  const { t } = useReadinessTranslation();
  const groups: readonly { readonly title: string; readonly fields: readonly ChoiceField[] }[] = [
    { title: t('Calico'), fields: ['calicoVersion', 'dataplane', 'kubeProxyMode', 'typha'] },
    { title: t('Network'), fields: ['encapsulation', 'bgp', 'ipFamilies', 'wireguard', 'sctp'] },
  ];
  const ports = portTitles(t);
  return (
    <>
      {groups.map(({ title, fields }) => (
        <FormSection key={title} title={title} titleElement="h3">
          <div className="calico-readiness__policy-fields">
            {fields.map((field) => (
              <ProfileChoice
                key={field}
                field={field}
                profile={profile}
                chosen={draft.choices[field]}
                faults={faultsAt(`profile.${field}`)}
                onChange={(chosen) => {
                  onChange({ ...draft, choices: { ...draft.choices, [field]: chosen } });
                }}
              />
            ))}
          </div>
        </FormSection>
      ))}
      <FormSection title={t('Ports')} titleElement="h3">
        <div className="calico-readiness__policy-fields">
          {portNames.map((name) => (
            <TextField
              key={name}
              place={`profile.ports.${name}`}
              title={ports[name]}
              value={draft.ports[name]}
              inputMode="numeric"
              hint={portHint(t, profile, name)}
              faults={faultsAt(`profile.ports.${name}`)}
              onChange={(text) => {
                onChange({ ...draft, ports: { ...draft.ports, [name]: text } });
              }}
            />
          ))}
        </div>
      </FormSection>
      <PacketSizeSection draft={draft} profile={profile} faultsAt={faultsAt} onChange={onChange} />
    </>
  );
};

const PacketSizeSection = ({ draft, profile, faultsAt, onChange }: ProfileSectionsProps) => {
  const { t } = useReadinessTranslation();
  return (
    <FormSection title={t('Packet size')} titleElement="h3">
      <div className="calico-readiness__policy-fields">
        <TextField
          place="profile.mtu.pods"
          title={t('MTU of pods')}
          value={draft.podMtu}
          inputMode="numeric"
          hint={mtuHint(t, profile)}
          faults={faultsAt('profile.mtu.pods')}
          onChange={(podMtu) => {
            onChange({ ...draft, podMtu });
          }}
        />
      </div>
    </FormSection>
  );
};

/** What holds for an empty field; where ports are declared, which of them is not told. */
function portHint(
  t: ReadinessTranslation['t'],
  profile: ClusterProfile | undefined,
  name: keyof CalicoPorts,
): string | undefined {
  const port = profile?.ports.value[name];
  return port === undefined ? undefined : t('Current: {{value}}', { value: String(port) });
}

/** Where nobody says a size, each node has its own. */
const mtuHint = (t: ReadinessTranslation['t'], profile: ClusterProfile | undefined): string => {
  const size = profile?.mtu?.value.pods;
  return size === undefined
    ? t('Current: from the devices of each node')
    : t('Current: {{value}}', { value: String(size) });
};
