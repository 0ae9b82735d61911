import { HostText } from '../../components/HostText';
import { LabelledAlert } from '../../components/labelled/LabelledAlert';
import { LabelledSpinner } from '../../components/labelled/LabelledSpinner';
import { YamlEditor } from '../../console/yaml-editor';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { PolicyFormState } from './usePolicyForm';

/** The same policy as YAML, with what is wrong with it below. */
export const PolicyYaml = ({ form, text }: { readonly form: PolicyFormState; readonly text: string }) => {
  const { t, message } = useReadinessTranslation();
  const { faults } = form;
  const { reading, typeYaml } = form.text;
  const problem = reading !== undefined && !('spec' in reading) ? reading : undefined;
  return (
    <>
      <YamlEditor text={text} loading={<LabelledSpinner label={t('Loading')} />} onChange={typeYaml} />
      {problem !== undefined && (
        <LabelledAlert
          isInline
          isLiveRegion
          variant="danger"
          component="p"
          title={
            problem.kind === 'syntax'
              ? t('This is no YAML')
              : t('This is not the policy of the cluster: only its spec can be changed here')
          }
        >
          {problem.problem !== '' && <HostText>{problem.problem}</HostText>}
        </LabelledAlert>
      )}
      {problem === undefined && faults.size > 0 && (
        <LabelledAlert isInline variant="danger" component="p" title={t('The API does not accept it')}>
          <ul>
            {[...faults].map(([place, fault]) => (
              <li key={place}>
                <HostText>{`spec.${place}`}</HostText>: {message(fault)}
              </li>
            ))}
          </ul>
        </LabelledAlert>
      )}
    </>
  );
};
