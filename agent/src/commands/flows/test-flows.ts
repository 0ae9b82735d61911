import type { TestedFlow } from '../../flows/tested-flow';
import { familyOf } from '../../flows/tested-flow';
import { probeFlows } from '../../flows/probe-flows';
import { isChallenged } from '../../flows/challenged-flow';
import { networkFrom } from '../../flows/network-from';
import { createNetwork } from '../../host/flows/host-network';
import type { PrintableFlow } from '../../print/flows/flow-document';
import { flowDocument } from '../../print/flows/flow-document';
import type { FlowFormat } from '../../print/flows/flow-formats';
import { printFlows } from '../../print/flows/flow-printers';
import type { PrintStyle } from '../../print/printable-report';
import type { CheckResult } from '../check';
import { exitStatusOf, UsageError } from '../exit-status';
import type { ChallengedTarget } from './challenge-flows';
import { challengeFlows } from './challenge-flows';
import type { CommandFlow } from './flow-options';
import { readKeyFile } from './key-file';
import { sourcesOf } from './source-addresses';

/** What to test, and how; as commander makes it of the options. */
export interface FlowsOptions {
  readonly to: readonly string[];
  /** Addresses of this host to test from. */
  readonly from?: readonly string[];
  readonly flow: readonly CommandFlow[];
  readonly listening?: true;
  readonly answering?: true;
  readonly keyFile?: string;
  /** Bytes. */
  readonly packetSize?: number;
  readonly bgpConnect?: true;
  readonly bgpPassword?: 'yes' | 'no';
  /** Seconds. */
  readonly timeout: number;
  readonly atOnce: number;
  readonly output: FlowFormat;
}

/** Tests the flows once and prints what became of them. Throws UsageError where a flow needs a key and there is none. */
export async function testFlows(options: FlowsOptions, style: PrintStyle): Promise<CheckResult> {
  const alone = options.flow.filter((flow): flow is TestedFlow => !isChallenged(flow.name));
  const challenged = options.flow.filter((flow): flow is ChallengedTarget['flow'] => isChallenged(flow.name));
  const keys = challenged.length === 0 ? undefined : readKeyFile(keyFileOf(options, challenged[0]?.name ?? ''));
  if (options.flow.every(({ name }) => name === 'ipip') && options.to.every((peer) => familyOf(peer) === 6))
    throw new UsageError('--flow ipip needs an IPv4 address in --to: IP-in-IP is of IPv4 alone.');
  const { from = [] } = options;
  const here = await createNetwork();
  const network = networkFrom(here, sourcesOf(from, options.to, here.ownAddresses));
  const how = { timeoutMs: options.timeout * 1000, atOnce: options.atOnce };
  const sizes = [{}, ...(options.packetSize === undefined ? [] : [{ packetBytes: options.packetSize }])];
  const tested: readonly PrintableFlow[] = [
    ...(await probeFlows(
      network,
      options.to.flatMap((peer) => alone.map((flow) => ({ peer, flow }))),
      { ...how, bgpConnect: options.bgpConnect ?? false, bgpPassword: options.bgpPassword ?? 'unknown' },
    )),
    ...(keys === undefined
      ? []
      : await challengeFlows(
          network,
          options.to.flatMap((peer) =>
            challenged
              .filter(({ name }) => name !== 'ipip' || familyOf(peer) === 4)
              .flatMap((flow) => sizes.map((size) => ({ peer, flow: { ...flow, ...size } }))),
          ),
          { ...how, keys, answering: options.answering ?? false },
        )),
  ];
  const expectation = options.listening === true ? 'somebody listens' : 'nobody need listen';
  const document = flowDocument(tested, expectation, new Date().toISOString(), from);
  return { text: await printFlows(document, options.output, style), exitStatus: exitStatusOf(document.verdict) };
}

function keyFileOf({ keyFile }: FlowsOptions, flow: string): string {
  if (keyFile !== undefined) return keyFile;
  throw new UsageError(`--flow ${flow} needs --key-file, and the other node runs: flows --answer --key-file <file>`);
}
