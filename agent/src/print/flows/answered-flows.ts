import type { AnsweredFormat } from './flow-formats';

/** What came in while challenges were answered, as a program reads it. */
export interface AnsweredFlows {
  readonly kind: 'FlowAnswers';
  /** The challenges of each peer over each flow: what it says arrived, whatever became of the answer. */
  readonly answered: readonly {
    readonly peer: string;
    /** The address of this host that was tested. */
    readonly to: string;
    readonly flow: string;
    readonly family: 4 | 6;
    readonly challenges: number;
    readonly largestMessage: number;
  }[];
  /** All that came, by what became of it. */
  readonly received: Readonly<Record<string, number>>;
}

/** Lays answered challenges out as text that ends in a line feed. */
export async function printAnsweredFlows(flows: AnsweredFlows, format: AnsweredFormat): Promise<string> {
  switch (format) {
    case 'table':
      return table(flows);
    case 'json':
      return `${JSON.stringify(flows, null, 2)}\n`;
    case 'yaml': {
      const { stringify } = await import('yaml');
      return stringify(flows, { lineWidth: 0, aliasDuplicateObjects: false, compat: 'yaml-1.1' });
    }
    default:
      return format satisfies never;
  }
}

function table({ answered, received }: AnsweredFlows): string {
  const rows = answered.map(({ peer, to, flow, challenges }) => `  ${peer} to ${to}  ${flow}  ${String(challenges)}`);
  const counts = Object.entries(received).filter(([, count]) => count > 0);
  const words = counts.map(([kind, count]) => `${String(count)} ${kind}`);
  return [
    'Challenges that reached this host',
    '',
    ...(rows.length === 0 ? ['  none'] : rows),
    '',
    `Received  ${words.length === 0 ? 'nothing' : words.join(', ')}`,
    '',
  ].join('\n');
}
