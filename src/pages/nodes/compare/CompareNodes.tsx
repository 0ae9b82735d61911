import { useEffect, useMemo, useRef } from 'react';
import { Button, Flex, FlexItem } from '@patternfly/react-core';
import type { Loading } from '../../../components/states/FleetGate';
import { LoadingLine } from '../../../components/states/LoadingLine';
import type { Fleet } from '../../../fleet/build-fleet';
import type { ColumnChapter } from '../../../fleet/columns';
import type { NodeRow } from '../../../fleet/node-row';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import type { ComparedNames } from './compare-query';
import { Comparison } from './Comparison';
import { NodeChoice } from './NodeChoice';
import './compare.css';

interface CompareNodesProps {
  readonly fleet: Fleet;
  readonly loading: Loading;
  readonly chapters: readonly ColumnChapter[];
  readonly names: ComparedNames;
  /** Null leads back to the matrix. */
  readonly onChange: (names: ComparedNames | null) => void;
}

/** Two nodes side by side: what differs first. It stands in place of the matrix and has an address of its own. */
export const CompareNodes = ({ fleet, loading, chapters, names, onChange }: CompareNodesProps) => {
  const { t } = useReadinessTranslation();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
  }, []);
  const one = fleet.rows.find(({ name }) => name === names.one);
  const other = fleet.rows.find(({ name }) => name === names.other);
  return (
    <section className="calico-readiness__compare" aria-labelledby="calico-readiness-compare">
      <Flex alignItems={{ default: 'alignItemsBaseline' }}>
        <FlexItem>
          <h2 id="calico-readiness-compare" ref={title} tabIndex={-1} className="calico-readiness__panel-title">
            {t('Compare nodes')}
          </h2>
        </FlexItem>
        <FlexItem>
          <Button
            variant="link"
            isInline
            onClick={() => {
              onChange(null);
            }}
          >
            {t('Back to all nodes')}
          </Button>
        </FlexItem>
      </Flex>
      <div className="calico-readiness__compare-choice">
        <NodeChoice
          id="calico-readiness-compare-one"
          label={t('First node')}
          name={names.one}
          rows={useProposed(fleet, other)}
          onChange={(name) => {
            onChange({ ...names, one: name });
          }}
        />
        <NodeChoice
          id="calico-readiness-compare-other"
          label={t('Second node')}
          name={names.other}
          rows={useProposed(fleet, one)}
          onChange={(name) => {
            onChange({ ...names, other: name });
          }}
        />
      </div>
      {loading !== null ? (
        <LoadingLine progress={loading.progress} />
      ) : names.one === '' || names.other === '' ? (
        <p>{t('Choose two nodes.')}</p>
      ) : (
        <Comparison names={names} one={one} other={other} chapters={chapters} />
      )}
    </section>
  );
};

/** What is ready in the same pool tells most about a node that is not; then the rest of the pool, then everything. */
function useProposed(fleet: Fleet, than: NodeRow | undefined): readonly NodeRow[] {
  return useMemo(() => {
    const pool = than?.pool?.name;
    const distance = (row: NodeRow): number =>
      than === undefined ? 0 : row.pool?.name !== pool ? 2 : row.verdict === 'Ready' ? 0 : 1;
    const others = fleet.rows.filter((row) => row !== than);
    return [0, 1, 2].flatMap((wanted) => others.filter((row) => distance(row) === wanted));
  }, [fleet, than]);
}
