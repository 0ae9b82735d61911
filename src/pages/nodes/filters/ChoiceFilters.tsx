import { useMemo } from 'react';
import { connectivityStates } from '@calico-readiness/requirements';
import { CheckboxFilter } from '../../../components/CheckboxFilter';
import { printable } from '../../../components/printable';
import { verdictWord } from '../../../components/verdicts/verdict-words';
import type { Fleet } from '../../../fleet/build-fleet';
import type { ColumnChapter } from '../../../fleet/columns';
import type { MatrixFilter } from '../../../fleet/matrix-filter';
import { zoneOf } from '../../../fleet/groups/zone';
import { rowVerdicts } from '../../../fleet/node-row';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import type { FilterAttribute } from './AttributeChoice';

interface ChoiceFiltersProps {
  /** The filter whose control is shown; it need not be one of these. */
  readonly attribute: FilterAttribute;
  readonly fleet: Fleet;
  readonly chapters: readonly ColumnChapter[];
  readonly filter: MatrixFilter;
  readonly onChange: (part: Partial<MatrixFilter>) => void;
}

/** The filters of which the choices are known: verdicts, pools, zones and requirements that apply to some node. */
export const ChoiceFilters = ({ attribute, fleet, chapters, filter, onChange }: ChoiceFiltersProps) => {
  const { t, message } = useReadinessTranslation();
  const pools = useMemo(() => [...new Set(fleet.rows.map((row) => row.pool?.name ?? ''))].sort(), [fleet]);
  const zones = useMemo(() => [...new Set(fleet.rows.map(zoneOf))].sort(), [fleet]);
  const requirements = chapters.flatMap((chapter) => chapter.columns).filter((column) => column.applicable);
  return (
    <>
      <CheckboxFilter
        title={t('Verdict')}
        isShown={attribute === 'verdict'}
        options={rowVerdicts.map((verdict) => ({ value: verdict, label: verdictWord(t, verdict) }))}
        selected={filter.verdicts}
        onChange={(verdicts) => {
          onChange({ verdicts });
        }}
      />
      <CheckboxFilter
        title={t('Connectivity')}
        isShown={attribute === 'connectivity'}
        options={connectivityStates.map((state) => ({ value: state, label: verdictWord(t, state) }))}
        selected={filter.connectivity}
        onChange={(connectivity) => {
          onChange({ connectivity });
        }}
      />
      <CheckboxFilter
        title={t('Pool')}
        isShown={attribute === 'pool'}
        options={pools.map((pool) => ({ value: pool, label: pool === '' ? t('No pool') : printable(pool, 63) }))}
        selected={filter.pools}
        onChange={(selected) => {
          onChange({ pools: selected });
        }}
      />
      <CheckboxFilter
        title={t('Zone')}
        isShown={attribute === 'zone'}
        options={zones.map((zone) => ({ value: zone, label: zone === '' ? t('No zone') : printable(zone, 63) }))}
        selected={filter.zones}
        onChange={(selected) => {
          onChange({ zones: selected });
        }}
      />
      <CheckboxFilter
        title={t('Not met')}
        isShown={attribute === 'requirement'}
        options={requirements.map(({ id, requirement }) => ({
          value: id,
          label: requirement === undefined ? printable(id, 63) : message(requirement.shortTitle),
        }))}
        selected={filter.requirements}
        onChange={(selected) => {
          onChange({ requirements: selected });
        }}
      />
    </>
  );
};
