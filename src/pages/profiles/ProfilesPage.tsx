import { useState } from 'react';
import { PageFrame } from '../../components/PageFrame';
import { FleetGate } from '../../components/states/FleetGate';
import { withPageTexts } from '../../components/withPageTexts';
import { isCurrent } from '../../fleet/node-row';
import { useFleet } from '../../hooks/useFleet';
import { useWholeFleet } from '../../hooks/useWholeFleet';
import { Profiles } from './Profiles';
import { ReadingState } from './ReadingState';
import { StoppedState } from './StoppedState';

/** `/calico-readiness/profiles`: for which of the usual profiles of Calico the nodes are ready. */
export const ProfilesPage = withPageTexts(function ProfilesPage() {
  const [isStopped, setStopped] = useState(false);
  const listed = useFleet();
  // Profiles are judged from facts, which lines do not carry.
  const state = useWholeFleet(listed, isStopped ? null : isCurrent);
  const stop = (): void => {
    setStopped(true);
  };
  return (
    <PageFrame tab="profiles">
      <FleetGate
        state={state}
        meanwhile={
          listed.status === 'ready' && state.status === 'loading' && <ReadingState state={state} stop={stop} />
        }
      >
        {(fleet) =>
          isStopped ? (
            <StoppedState
              start={() => {
                setStopped(false);
              }}
            />
          ) : (
            <Profiles fleet={fleet} stop={stop} />
          )
        }
      </FleetGate>
    </PageFrame>
  );
});
