import type { FlowKey, HostDevice, ProfileValues } from '@calico-readiness/requirements';
import { defaultProfileValues, ringOf } from '@calico-readiness/requirements';
import { manyPeers } from '../../../test/flows/many-peers';
import type { WirePacket } from '../../../test/flows/wire';
import { Wire } from '../../../test/flows/wire';
import { silentLog } from '../../foundation/agent-log';
import { keyringOf } from '../../host/flows/keyring';
import { FlowAnswering } from '../answering/flow-answering';
import { situationOf } from '../situation';
import { challengeVisit } from './challenge-visit';
import type { FlowSeen } from './visit-probe';

const [here, there] = [manyPeers(5)[0]!, manyPeers(5)[1]!];
const ring = ringOf(manyPeers(5));
const profile: ProfileValues = { ...defaultProfileValues, encapsulation: ['VXLAN'], bgp: false, typha: false };
const tunnels = { ipip: 'never', vxlan: { IPv4: 'always', IPv6: 'never' } } as const;
const network = { tunnels, bgpPassword: 'no' } as const;
const keys = keyringOf(Buffer.alloc(32, 1));
const [small, large] = ['vxlan-IPv4', 'vxlan-IPv4-large'] as const;
const ethernet: readonly HostDevice[] = [{ name: 'eth0', mtu: 1500, running: true }];

/** With the head of IP. */
const sizeOf = ({ bytes }: WirePacket): number => bytes.length + 20;

let wire: Wire;
let devices: readonly HostDevice[] | undefined;
let reads: number;
let answering: FlowAnswering;

beforeEach(async () => {
  [wire, devices, reads] = [new Wire(), ethernet, 0];
  const clock = { wall: () => 1_800_000_000_000 + wire.now, steady: () => wire.now };
  answering = new FlowAnswering({
    ...{ network: wire.networkAt(there.addresses.IPv4 ?? ''), clock, log: silentLog, keys: () => keys, lookMs: 1e6 },
  });
  answering.settle(await situationOf(there.name, { ring, network }, { profile, enabled: true }, undefined));
  wire.meanwhile = () => {
    answering.look();
  };
});
afterEach(() => {
  answering.settle(undefined);
  expect(wire.open).toBe(0);
});

const visitOf = () => {
  const clock = { wall: () => 1_800_000_000_000 + wire.now, steady: () => wire.now };
  return challengeVisit({
    ...{ network: wire.networkAt(here.addresses.IPv4 ?? ''), keys: () => keys, clock },
    devices: (isAsked) => {
      reads += 1;
      return Promise.resolve(devices?.filter(({ name }) => isAsked(name)));
    },
  });
};

async function seen(
  flows: readonly FlowKey[] = [small, large],
  visit = visitOf(),
  of: ProfileValues = profile,
): Promise<Readonly<Record<string, FlowSeen>>> {
  const question = { self: here, peer: there, retest: false, ring, profile: of, network };
  return Object.fromEntries(await visit.visit({ ...question, flows, signal: new AbortController().signal }));
}

describe('a visit in packets of both sizes', () => {
  it('finds both open, with packets that fill the device there and back, and none larger', async () => {
    expect(await seen()).toEqual({ [small]: { outcome: 'open' }, [large]: { outcome: 'open' } });
    const sizes = wire.sent.map(sizeOf);
    expect(Math.max(...sizes)).toBe(1500);
    expect(sizes.filter((size) => size === 1500)).toHaveLength(2);
  });

  it.each([
    ['on the way there', here],
    ['on the way back', there],
  ])('tells what is lost only at size, %s', async (_, sender) => {
    wire.pass = (packet) => (packet.source === sender.addresses.IPv4 && sizeOf(packet) > 1400 ? [] : [packet]);
    expect(await seen()).toEqual({
      [small]: { outcome: 'open' },
      [large]: { outcome: 'filtered', said: 'no answer in 2 times 3 s' },
    });
  });

  it('says nothing of the size where small packets are lost as well', async () => {
    wire.pass = () => [];
    expect(await seen()).toMatchObject({ [small]: { outcome: 'filtered' }, [large]: { outcome: 'not-tested' } });
  });

  it('takes small packets with it where only large ones are to be tested again', async () => {
    wire.pass = () => [];
    expect(await seen([large])).toEqual({ [large]: { outcome: 'not-tested' } });
    wire.pass = (packet) => (sizeOf(packet) > 1400 ? [] : [packet]);
    expect(await seen([large])).toMatchObject({ [large]: { outcome: 'filtered' } });
  });

  it('sends a bounded number of bytes where nobody answers', async () => {
    wire.pass = () => [];
    await seen();
    expect(wire.sent.reduce((sum, packet) => sum + sizeOf(packet), 0)).toBeLessThan(7_000);
  });

  it('is not tested where a device of this host cannot carry the size', async () => {
    wire.refuse = (packet) => (sizeOf(packet) > 1500 ? 'EMSGSIZE' : undefined);
    expect(await seen([small, large], visitOf(), { ...profile, mtu: { pods: 8900 } })).toEqual({
      [small]: { outcome: 'open' },
      [large]: { outcome: 'not-tested', reason: 'own-device' },
    });
  });

  it('is not tested at a size that nobody knows', async () => {
    devices = undefined;
    expect(await seen()).toEqual({
      [small]: { outcome: 'open' },
      [large]: { outcome: 'not-tested', reason: 'size-unknown' },
    });
  });

  it('reads the devices once for several visits, and again after half a minute or for another profile', async () => {
    const visit = visitOf();
    await seen([small, large], visit);
    await seen([small, large], visit);
    expect(reads).toBe(1);
    wire.now += 31_000;
    answering.look();
    await seen([small, large], visit);
    expect(reads).toBe(2);
    await seen([small, large], visit, { ...profile, mtu: { pods: 1400 } });
    expect(reads).toBe(3);
  });
});
