import { FleetGate, shownFleet } from '../../components/states/FleetGate';
import { PageFrame } from '../../components/PageFrame';
import { withPageTexts } from '../../components/withPageTexts';
import { fleetOfRows } from '../../fleet/build-fleet';
import { useFleet } from '../../hooks/useFleet';
import { useWhatIf } from '../../hooks/useWhatIf';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { CompareNodes } from './compare/CompareNodes';
import type { ComparedNames } from './compare/compare-query';
import { Matrix } from './Matrix';
import { MatrixLayout } from './MatrixLayout';
import { CellPanel } from './panel/CellPanel';
import { useMatrixView } from './useMatrixView';
import { useOpenedCell } from './useOpenedCell';
import { WhatIfButton } from './WhatIfButton';

export { beginLists } from '../../hooks/useFleet';

const nobody = fleetOfRows([], []);

/** Every node by every requirement. */
export const NodesPage = withPageTexts(function NodesPage() {
  const { t } = useReadinessTranslation();
  const whatIf = useWhatIf(useFleet());
  const fleet = shownFleet(whatIf.state, true);
  const view = useMatrixView(fleet ?? nobody, whatIf.state.status === 'ready');
  const { grid, takesFocus, open, close } = useOpenedCell(view, whatIf);
  const { cell, compare } = view.query;
  const compareNodes = (names: ComparedNames | null) => {
    view.update({ compare: names });
  };
  const panel =
    fleet === undefined || cell === null || compare !== null ? null : (
      <CellPanel
        fleet={fleet}
        chapters={view.chapters}
        cell={cell}
        takesFocus={takesFocus}
        onOpen={open}
        onClose={close}
        onCompare={(one) => {
          compareNodes({ one, other: '' });
        }}
      />
    );
  return (
    <MatrixLayout panel={panel}>
      <PageFrame
        tab="nodes"
        pageName={compare === null ? undefined : t('Compare nodes')}
        actions={<WhatIfButton whatIf={whatIf} />}
        whatIf={whatIf}
      >
        <FleetGate state={whatIf.state} showsPartialFleet>
          {(shown, loading) =>
            compare === null ? (
              <Matrix
                fleet={shown}
                loading={loading}
                whatIf={whatIf}
                view={view}
                grid={grid}
                onOpen={open}
                onClose={close}
              />
            ) : (
              <CompareNodes
                fleet={shown}
                loading={loading}
                chapters={view.chapters}
                names={compare}
                onChange={compareNodes}
              />
            )
          }
        </FleetGate>
      </PageFrame>
    </MatrixLayout>
  );
});
