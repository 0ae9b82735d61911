import { render, screen } from '@testing-library/react';
import { catalogueVersion } from '@calico-readiness/requirements';
import { predictionReader } from '../../k8s/read-prediction';
import { PredictedFix } from './PredictedFix';

const rhcos = { id: 'rhcos' };
const rhel = { id: 'rhel' };
const shown = (prediction: object, system = rhcos, version: unknown = catalogueVersion): string => {
  const read = predictionReader(version, system)(prediction);
  const { container } = render(
    <PredictedFix
      finding={{
        requirement: 'firewalld-disabled',
        verdict: 'Fail',
        reason: 'FirewalldActive',
        observed: '',
        ...(read && { prediction: read }),
      }}
    />,
  );
  return container.textContent;
};
const off = { guide: 'firewalld', verdict: 'Pass', reason: 'FirewalldOff' };
const active = { guide: 'firewalld', verdict: 'Fail', reason: 'FirewalldActive' };
const unknown = { guide: 'firewalld', verdict: 'Unknown', reason: 'FirewalldUndecided' };

describe('what is predicted of a fix', () => {
  it.each([
    [
      rhcos,
      off,
      /^Predicted from this node’s files: with the guide’s MachineConfig this passes after the next boot\.$/,
    ],
    [rhel, off, /^Predicted from this node’s files: with the guide’s change this passes after the next boot\.$/],
    [rhcos, active, /^The guide’s MachineConfig does not suffice on this node: firewalld .*[^.]\.$/],
    [rhel, active, /^The guide’s change does not suffice on this node: firewalld .*[^.]\.$/],
    [rhcos, unknown, /^Cannot determine from this node’s files whether the guide’s MachineConfig suffices: .+[^.]\.$/],
    [rhel, unknown, /^Cannot determine from this node’s files whether the guide’s change suffices: .+[^.]\.$/],
  ])('is one sentence, on %o for %o', (system, prediction, sentence) => {
    expect(shown(prediction, system)).toMatch(sentence);
    expect(screen.getAllByText(/./)).toHaveLength(1);
  });

  it.each([
    ['of another guide', shown.bind(null, { ...off, guide: 'networkmanager' })],
    ['of another catalogue', shown.bind(null, off, rhcos, '0.0.1')],
    ['with a verdict that there is not', shown.bind(null, { ...off, verdict: 'Maybe' })],
    ['that is none', shown.bind(null, {})],
  ])('is nothing where the report has one %s', (_case, show) => {
    expect(show()).toBe('');
  });

  it('shows the reason as it stands that this catalogue does not know', () => {
    expect(shown({ ...active, reason: 'SomethingNew' })).toMatch(/^The guide’s MachineConfig does not suffice/);
  });
});
