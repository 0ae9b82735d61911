import type { Keyring } from '../host/flows/keyring';
import type { RawSocket } from '../host/flows/network';
import { parseFlowCarrier } from '../parsers/packets/flow-carrier';
import type { FlowMessage, MessageKind } from '../parsers/packets/flow-message';
import { nonceBytes, parseFlowMessage } from '../parsers/packets/flow-message';
import type { ChallengeAsker, ChallengeTarget, Party } from './challenge-target';
import { lossOf } from './challenge-loss';
import type { ProbeResult } from './outcome';
import { untested } from './outcome';
import { messageBytes } from './packets/flow-message';
import { flowPacket } from './packets/flow-packet';
import { anyMark } from './packets/mark';
import { mostPackets } from './probe-limits';
import { familyOf } from './tested-flow';

/** The challenges to one peer over one flow, and what comes back. */
export class ChallengeExchange {
  /** How many challenges were sent. */
  sent = 0;
  /** What was said that is no outcome. */
  readonly heard = new Set<string>();
  private readonly nonces = new Set<string>();
  private readonly family: 4 | 6;
  /** Nobody else sends from it, so that ICMP messages about it are about a challenge of ours. */
  private readonly mark = anyMark();

  constructor(
    private readonly sockets: { readonly flow: RawSocket; readonly icmp: RawSocket },
    private readonly target: ChallengeTarget,
    private readonly asker: ChallengeAsker & { readonly keys: Keyring; readonly own: Party },
    private readonly size: number,
  ) {
    this.family = familyOf(target.peer.address);
  }

  /** Sends a challenge that is like no other; undefined, or the errno. */
  send(): string | undefined {
    const { keys, own, epoch, visit, retest } = this.asker;
    const { peer, flow } = this.target;
    const nonce = keys.random(nonceBytes);
    const message: FlowMessage = {
      ...{ kind: 'challenge', protocol: flow.protocol, family: this.family, retest, epoch, visit, nonce },
      ...{ sender: own.key, receiver: peer.key, size: this.size },
    };
    const path = { ...flow, source: own.address, destination: peer.address, mark: this.mark };
    const code = this.sockets.flow.send(
      flowPacket(
        { ...path, sender: own.key, receiver: peer.key },
        messageBytes(message, (sealed) => keys.tag(epoch, sealed)),
      ),
    );
    if (code !== undefined) return code;
    this.nonces.add(nonceText(nonce));
    this.sent += 1;
    return undefined;
  }

  /** What has come in; undefined where nothing settles it yet. Reads what is there, within a bound. */
  look(): ProbeResult | undefined {
    for (let count = 0; count < mostPackets; count += 1) {
      const packet = this.sockets.flow.receive();
      if (packet === undefined) break;
      const kind = this.authentic(packet);
      if (kind === 'answer') return { outcome: 'open', method: 'challenge', said: 'an authentic answer' };
      if (kind === 'refusal') return untested('the peer refuses to be tested now', 'challenge');
    }
    for (let count = 0; count < mostPackets; count += 1) {
      const packet = this.sockets.icmp.receive();
      if (packet === undefined) break;
      const result = this.said(packet);
      if (result !== undefined) return result;
    }
    return undefined;
  }

  /** The kind of a message that is an answer to one of the challenges. */
  private authentic(packet: Uint8Array): MessageKind | undefined {
    const { keys, own, epoch } = this.asker;
    const { peer, flow } = this.target;
    const carrier = parseFlowCarrier(packet, this.family, flow.protocol === 'ipip' ? 'ipip' : 'udp');
    if (carrier.status === 'malformed' || carrier.value.protocol !== flow.protocol) return undefined;
    const parsed = parseFlowMessage(carrier.value.message);
    if (parsed.status === 'malformed') return undefined;
    const message = parsed.value;
    const isAnswer =
      message.protocol === flow.protocol &&
      message.family === this.family &&
      message.epoch === epoch &&
      message.sender === peer.key &&
      message.receiver === own.key &&
      this.nonces.has(nonceText(message.nonce)) &&
      keys.matches(epoch, message.sealed, message.tag);
    return isAnswer && message.kind !== 'challenge' ? message.kind : undefined;
  }

  private said(packet: Uint8Array): ProbeResult | undefined {
    const { flow, peer } = this.target;
    const word = lossOf(packet, {
      ...{ protocol: flow.protocol, family: this.family, mark: this.mark },
      ...{ source: this.asker.own.address, destination: peer.address },
    });
    if (typeof word === 'string') this.heard.add(word);
    return typeof word === 'string' ? undefined : word;
  }
}

const nonceText = (nonce: Uint8Array): string => nonce.join('.');
