import { useMemo } from 'react';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { HostText } from '../../../components/HostText';
import { printable } from '../../../components/printable';
import { differingFacts } from '../../../fleet/compare/compare-facts';
import { zoneOf } from '../../../fleet/groups/zone';
import type { NodeRow } from '../../../fleet/node-row';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import type { ReadReport } from '../../../k8s/read-node-report';
import type { ComparedNames } from './compare-query';

interface ComparedFactsProps {
  readonly names: ComparedNames;
  readonly rows: readonly [NodeRow, NodeRow];
  /** Both as a whole; undefined while one is not there. */
  readonly reports: readonly [ReadReport, ReadReport] | undefined;
}

interface Line {
  readonly key: string;
  /** What we name it; a fact of the reports is named as there. */
  readonly title?: string;
  readonly one: string;
  readonly other: string;
}

/** The facts that differ: what the Node list says, then what the reports say, under their own names. */
export const ComparedFacts = ({ names, rows, reports }: ComparedFactsProps) => {
  const { t, number } = useReadinessTranslation();
  const [one, other] = rows;
  const reported = useMemo(() => (reports === undefined ? [] : differingFacts(...reports)), [reports]);
  const known: readonly Line[] = [
    { key: 'pool', title: t('Pool'), one: one.pool?.name ?? '', other: other.pool?.name ?? '' },
    { key: 'zone', title: t('Zone'), one: zoneOf(one), other: zoneOf(other) },
    { key: 'system', title: t('Operating system'), one: one.system.name, other: other.system.name },
    {
      key: 'agent',
      title: t('Agent version'),
      one: one.report?.agentVersion ?? '',
      other: other.report?.agentVersion ?? '',
    },
  ];
  const lines: readonly Line[] = [
    ...known.filter((line) => line.one !== line.other),
    ...reported.map((pair): Line => ({ key: `fact:${pair.fact}`, one: pair.one, other: pair.other })),
  ];
  const said = (value: string) =>
    value === '' ? <span className="calico-readiness__quiet">{t('nothing')}</span> : <HostText>{value}</HostText>;
  return (
    <>
      <h3>{t('Different facts ({{number}})', { number: number(lines.length) })}</h3>
      {lines.length === 0 ? (
        <p>{reports === undefined ? t('Facts follow once both reports are loaded.') : t('No fact differs.')}</p>
      ) : (
        <Table role="table" variant="compact" aria-label={t('Different facts')} className="calico-readiness__compared">
          <Thead>
            <Tr>
              <Th>{t('Fact')}</Th>
              <Th>{printable(names.one)}</Th>
              <Th>{printable(names.other)}</Th>
            </Tr>
          </Thead>
          <Tbody>
            {lines.map((line) => (
              <Tr key={line.key}>
                <Th scope="row" dataLabel={t('Fact')}>
                  {line.title ?? <HostText>{line.key.slice('fact:'.length)}</HostText>}
                </Th>
                <Td dataLabel={printable(names.one)}>{said(line.one)}</Td>
                <Td dataLabel={printable(names.other)}>{said(line.other)}</Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
    </>
  );
};
