import { createColors } from 'picocolors';
import type { FlowDocument } from './flow-document';
import type { FlowFormat } from './flow-formats';
import { nodeVerdictOfFlows } from './flow-words';
import { printableAscii } from '../printable-ascii';
import type { PrintStyle } from '../printable-report';
import { sideBySide } from '../text-columns';
import { inVerdictColour, verdictLike, verdictSymbols } from '../verdict-symbols';

/** Lays tested flows out as text that ends in a line feed. */
export async function printFlows(document: FlowDocument, format: FlowFormat, style: PrintStyle): Promise<string> {
  switch (format) {
    case 'table':
      return printTable(document, style);
    case 'json':
      return `${JSON.stringify(document, null, 2)}\n`;
    case 'yaml': {
      const { stringify } = await import('yaml');
      return stringify(document, { lineWidth: 0, aliasDuplicateObjects: false, compat: 'yaml-1.1' });
    }
    case 'csv':
      return (await import('./flow-files')).flowCsv(document);
    case 'markdown':
      return (await import('./flow-files')).flowMarkdown(document, style.unicode);
    case 'junit':
      return (await import('./flow-files')).flowJunit(document);
    default:
      return format satisfies never;
  }
}

const [outcomeWidth, flowWidth] = [14, 20] as const;
const overUdp = ['vxlan', 'wireguard'];

/** `typha 5473/tcp`, `ipip`, `vxlan 4789/udp 1500`: with the size of packets that are not small. */
function placeOf({ flow, port, packetBytes }: FlowDocument['flows'][number]): string {
  const place = port === undefined ? '' : ` ${String(port)}/${overUdp.includes(flow) ? 'udp' : 'tcp'}`;
  return `${flow}${place}${packetBytes === undefined ? '' : ` ${String(packetBytes)}`}`;
}

function printTable({ testedAt, from = [], verdict, summary, flows }: FlowDocument, style: PrintStyle): string {
  const { unicode, colour, width } = style;
  const colours = createColors(colour);
  const peerWidth = Math.max(...flows.map(({ peer }) => peer.length));
  const rest = Math.max(20, width - outcomeWidth - flowWidth - peerWidth - 8);
  const rows = flows.flatMap((flow) =>
    sideBySide(
      [
        { text: '', width: 0 },
        {
          text: `${verdictSymbols(unicode)[flow.verdict]} ${flow.outcome}`,
          width: outcomeWidth,
          paint: (text) => inVerdictColour(flow.verdict, text, colours),
        },
        { text: flow.peer, width: peerWidth },
        { text: placeOf(flow), width: flowWidth },
        { text: flow.said, width: rest, paint: colours.dim },
      ],
      unicode ? '…' : '...',
    ),
  );
  const like = verdictLike[verdict];
  const counts = Object.entries(summary).map(([outcome, count]) => `${String(count)} ${outcome}`);
  const result = `${verdictSymbols(unicode)[like]} ${nodeVerdictOfFlows[verdict]}: ${counts.join(', ')}`;
  const text = [
    `Calico flows of this host${from.length > 0 ? ` from ${from.join(', ')}` : ''}, tested ${testedAt}`,
    '',
    ...rows,
    '',
    `${colours.bold('Result')}  ${inVerdictColour(like, result, colours)}`,
  ].join('\n');
  return `${unicode ? text : printableAscii(text)}\n`;
}
