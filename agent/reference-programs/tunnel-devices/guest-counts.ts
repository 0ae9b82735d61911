/** What a host's kernel has counted. */
export interface GuestCounts {
  /** Packets with a wrong head, and among them those with a wrong checksum, of IPv4 (proc_net_snmp, `Ip:` and `IpExt:`). */
  readonly wrongHeads: number;
  readonly wrongChecksums: number;
  /** Packets and errors by device. */
  readonly links: ReadonlyMap<string, LinkCounts>;
  /** What `wg show all dump` says: keys, endpoints, handshakes and bytes. */
  readonly wireguard: string;
}

interface LinkCounts {
  readonly received: number;
  readonly sent: number;
  /** What came in and was counted as wrong or dropped. */
  readonly refused: number;
}

interface LinkOnPaper {
  readonly ifname: string;
  readonly stats64: {
    readonly rx: { readonly packets: number; readonly errors: number; readonly dropped: number };
    readonly tx: { readonly packets: number };
  };
}

/** Reads what the guest's `counts` printed. Throws where something is missing in it. */
export function countsIn(text: string): GuestCounts {
  const [, tables = '', links = '', wireguard = ''] = /^([^]*)\n@links\n([^]*)\n@wireguard\n?([^]*)$/.exec(text) ?? [];
  return {
    wrongHeads: fieldOf(tables, 'Ip', 'InHdrErrors'),
    wrongChecksums: fieldOf(tables, 'IpExt', 'InCsumErrors'),
    links: new Map(
      (JSON.parse(links) as readonly LinkOnPaper[]).map(({ ifname, stats64: { rx, tx } }) => [
        ifname,
        { received: rx.packets, sent: tx.packets, refused: rx.errors + rx.dropped },
      ]),
    ),
    wireguard,
  };
}

/** The tables have two lines of a name: one of words, and one of numbers. */
function fieldOf(text: string, table: string, field: string): number {
  const [words = [], numbers = []] = text
    .split('\n')
    .filter((line) => line.startsWith(`${table}: `))
    .map((line) => line.split(' '));
  const value = Number(numbers[words.indexOf(field)]);
  if (Number.isNaN(value)) throw new Error(`no ${table} ${field} in ${text}`);
  return value;
}

/** How many more of something a device has counted. */
export function countedBy(
  name: string,
  what: keyof LinkCounts,
  { before, after }: { readonly before: GuestCounts; readonly after: GuestCounts },
): number {
  const [first, then] = [before.links.get(name), after.links.get(name)];
  if (first === undefined || then === undefined) throw new Error(`no device ${name}`);
  return then[what] - first[what];
}
