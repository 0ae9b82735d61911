import { render, screen } from '@testing-library/react';
import { MemoryRouter } from '../../console/router';
import { NodeStatusContent } from './NodeStatusContent';
import { isNotReady, isUnknown } from './node-status';
import { useNodeActions } from './useNodeActions';

const node = (...conditions: readonly unknown[]) => ({ metadata: { name: 'a b' }, status: { conditions } });
const calico = (status: string, message = '') => ({ type: 'CalicoReady', status, message });

describe('the status of a node in the list of the console', () => {
  it.each([
    ['nothing for a node without the condition', node({ type: 'Ready', status: 'False' }), false, false],
    ['nothing for a node without a status', { metadata: { name: 'a' } }, false, false],
    ['nothing for a ready node', node(calico('True')), false, false],
    [
      'nothing for a node that is ready because of waivers',
      node({ ...calico('True', 'Ready only because of waivers.'), reason: 'ReadyWithWaivers' }),
      false,
      false,
    ],
    ['not ready', node({ type: 'Ready', status: 'True' }, calico('False')), true, false],
    ['Unknown', node(calico('Unknown')), false, true],
    ['nothing for a status that is none', node(calico('Bad')), false, false],
    ['nothing for conditions that are none', { metadata: {}, status: { conditions: 'x' } }, false, false],
    ['nothing for a condition that is null', node(null), false, false],
  ])('says %s', (_what, object, notReady, unknown) => {
    expect([isNotReady(object), isUnknown(object)]).toEqual([notReady, unknown]);
  });

  it.each([
    ['the words of the controller as text', calico('False', '<b>2 checks fail</b>'), '<b>2 checks fail</b>'],
    ['its own words without them', calico('False'), 'This node does not meet a requirement of Calico.'],
    ['that it is Unknown', calico('Unknown'), 'Cannot determine whether this node meets the requirements of Calico.'],
  ])('opens %s, and leads to the tab', (_what, condition, text) => {
    render(
      <MemoryRouter>
        <NodeStatusContent node={node(condition)} />
      </MemoryRouter>,
    );
    expect(screen.getByText(text)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Show Calico readiness' })).toHaveAttribute(
      'href',
      '/k8s/cluster/nodes/a%20b/calico-readiness',
    );
  });
});

describe('the action of a node', () => {
  const Actions = ({ of }: { of: { metadata?: { name?: string } } | undefined }) => {
    const [actions, complete] = useNodeActions(of);
    return <output>{JSON.stringify([actions, complete])}</output>;
  };

  it('leads to the tab', () => {
    render(<Actions of={{ metadata: { name: 'a' } }} />);
    expect(screen.getByText(/"label":"Show Calico readiness".*nodes\/a\/calico-readiness/)).toBeInTheDocument();
  });

  it('is none before there is a node', () => {
    render(<Actions of={undefined} />);
    expect(screen.getByText('[[],true]')).toBeInTheDocument();
  });
});
