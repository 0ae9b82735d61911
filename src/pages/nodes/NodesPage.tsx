import { FleetGate, shownFleet } from '../../components/states/FleetGate';
import { PageFrame } from '../../components/PageFrame';
import { withCatalogueTexts } from '../../components/withCatalogueTexts';
import { fleetOfRows } from '../../fleet/build-fleet';
import { useFleet } from '../../hooks/useFleet';
import { useWhatIf } from '../../hooks/useWhatIf';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { Matrix } from './Matrix';
import { MatrixLayout } from './MatrixLayout';
import { CellPanel } from './panel/CellPanel';
import { useMatrixView } from './useMatrixView';
import { useOpenedCell } from './useOpenedCell';

const nobody = fleetOfRows([], []);

/** Every node by every requirement. */
export const NodesPage = withCatalogueTexts(function NodesPage() {
  const { t } = useReadinessTranslation();
  const whatIf = useWhatIf(useFleet());
  const fleet = shownFleet(whatIf.state, true);
  const view = useMatrixView(fleet ?? nobody);
  const { grid, takesFocus, open, close } = useOpenedCell(view, whatIf);
  const { cell } = view.query;
  const panel =
    fleet === undefined || cell === null ? null : (
      <CellPanel
        fleet={fleet}
        chapters={view.chapters}
        cell={cell}
        takesFocus={takesFocus}
        onOpen={open}
        onClose={close}
      />
    );
  return (
    <MatrixLayout panel={panel}>
      <PageFrame tab="nodes" documentTitle={t('Nodes · Calico readiness')} whatIf={whatIf}>
        <FleetGate state={whatIf.state} showsPartialFleet>
          {(shown, loading) => (
            <Matrix
              fleet={shown}
              loading={loading}
              whatIf={whatIf}
              view={view}
              grid={grid}
              onOpen={open}
              onClose={close}
            />
          )}
        </FleetGate>
      </PageFrame>
    </MatrixLayout>
  );
});
