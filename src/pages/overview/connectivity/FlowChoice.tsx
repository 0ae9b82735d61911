import { FormSelect, FormSelectOption } from '@patternfly/react-core';
import type { CalicoPorts, FlowKey } from '@calico-readiness/requirements';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { flowName } from '../../../components/flows/flow-texts';
import type { ShownFlow } from './flow-standing';

interface FlowChoiceProps {
  readonly flows: readonly ShownFlow[];
  readonly chosen: FlowKey;
  readonly ports: CalicoPorts;
  readonly onChoose: (flow: FlowKey) => void;
}

/** Which flow the table shows; each choice says how many pairs fail. */
export const FlowChoice = ({ flows, chosen, ports, onChoose }: FlowChoiceProps) => {
  const translation = useReadinessTranslation();
  const { t, number } = translation;
  return (
    <FormSelect
      className="calico-readiness__flow-choice"
      aria-label={t('Flow')}
      value={chosen}
      onChange={(_event, value) => {
        const flow = flows.find((one) => one.flow === value)?.flow;
        if (flow !== undefined) onChoose(flow);
      }}
    >
      {flows.map(({ flow, failing }) => {
        const name = flowName(translation, flow, ports);
        return (
          <FormSelectOption
            key={flow}
            value={flow}
            label={
              failing === 0
                ? name
                : t('{{flow}} – {{number}} failing pairs', { flow: name, count: failing, number: number(failing) })
            }
          />
        );
      })}
    </FormSelect>
  );
};
