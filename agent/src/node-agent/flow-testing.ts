import type { AnsweredFlowTest, NodeReport, TestedFacts } from '@calico-readiness/requirements';
import { observed, profileValues } from '@calico-readiness/requirements';
import { FlowAnswering } from '../flow-agent/answering/flow-answering';
import { AskedPeers } from '../flow-agent/asked/asked-peers';
import { tellingAnswers } from '../flow-agent/asked/telling-answers';
import { FlowEngine } from '../flow-agent/flow-engine';
import { usualPace } from '../flow-agent/flow-pace';
import { ExternalSessionWatch } from '../flow-agent/knowledge/external-sessions';
import { readStanding } from '../flow-agent/knowledge/read-standing';
import { FlowKey, readFlowKey } from '../flow-agent/peer-list/flow-key';
import { PeerList } from '../flow-agent/peer-list/peer-list';
import { readPeerShards } from '../flow-agent/peer-list/read-peer-shards';
import { runFlowEngine } from '../flow-agent/run-flow-engine';
import type { FlowSettings } from '../flow-agent/situation';
import { challengeVisit } from '../flow-agent/visits/challenge-visit';
import { withRememberedPortUse } from '../flow-agent/visits/remembered-port-use';
import { tcpVisit } from '../flow-agent/visits/tcp-visit';
import { createNetwork } from '../host/flows/host-network';
import { devicesBelow } from '../host/flows/network-devices';
import type { Keyring } from '../host/flows/keyring';
import { Alarm } from '../publish/alarm';
import type { PolicySettings } from '../publish/cluster-policy';
import type { AgentOptions } from './agent-settings';
import type { FlowTestingParts } from './flow-testing-parts';

/** The tests of flows as a part of an agent: beside observations and reports, which never wait for them. */
export class FlowTesting {
  private readonly alarm = new Alarm();
  private readonly pace: typeof usualPace;
  private readonly asked: AskedPeers;
  private readonly list: PeerList;
  private readonly key: FlowKey | undefined;
  private engine: FlowEngine | undefined;
  private known: { readonly of: PolicySettings; readonly settings: FlowSettings } | undefined;

  constructor(private readonly parts: FlowTestingParts) {
    const { client, peersConfigMaps, flowKeySecret, flowPace = usualPace, random, log } = parts;
    this.pace = flowPace;
    this.asked = new AskedPeers(this.pace.clock);
    const cadence = { clock: this.pace.clock, random, log };
    this.list = new PeerList({ ...cadence, read: (version) => readPeerShards(client, peersConfigMaps, version) });
    this.key = flowKeySecret && new FlowKey({ ...cadence, read: () => readFlowKey(client, flowKeySecret) });
  }

  /** Until the signal aborts. Never rejects. */
  async run(): Promise<void> {
    const { nodeName, hostRoot, client, settings, watchdog, answered, log, signal } = this.parts;
    const { clock } = this.pace;
    const network = withRememberedPortUse(await createNetwork(hostRoot), clock);
    const keys = (): Keyring | undefined => this.key?.keys;
    const engine = (this.engine = new FlowEngine({
      nodeName,
      list: this.list,
      ...(this.key && { key: this.key }),
      probes: [tcpVisit(network), challengeVisit({ network, keys, clock, devices: devicesBelow(hostRoot) })],
      answering: new FlowAnswering({ network, keys, clock, log }),
      asked: this.asked,
      external: new ExternalSessionWatch({ network, clock }),
      settings: () => this.settings,
      standingOf: (peer) => readStanding(client, peer),
      clock,
      log,
    }));
    await runFlowEngine({
      engine,
      pace: this.pace,
      alarm: this.alarm,
      during: (work) => watchdog.during('A round of visits', () => tellingAnswers(this.asked, work, answered)),
      // The switch of a policy that is not known yet may be off; and by the wrong profile the wrong flows are tested.
      isWaiting: () => !settings.policyKnown || settings.isAwaitingProfile,
      signal,
    });
  }

  /** What the policy says is known, and may have changed. */
  lookAtSettings(): void {
    this.engine?.settingsChanged();
    this.alarm.ring();
  }

  /** Somebody asks for another look: failing peers are visited at once, within the plan's limits. */
  retest(): void {
    this.engine?.retest();
    this.alarm.ring();
  }

  /** The report of this node as a watch shows it: somebody may ask for peers in its spec, which are visited at once. */
  lookAtReport(report: NodeReport | undefined): void {
    if (this.asked.look(report?.spec?.flowTest)) this.alarm.ring();
  }

  /** What became of the peers that somebody asked for; undefined where nobody did lately. */
  get answer(): AnsweredFlowTest | undefined {
    return this.asked.answered;
  }

  /** What is known now, as a fact; none before there is an engine. */
  get facts(): TestedFacts {
    return this.engine === undefined ? {} : { flowTests: observed(this.engine.tests, 'agent') };
  }

  /** The same object as long as nothing changes in the agent's own. */
  private get settings(): FlowSettings {
    const { current } = this.parts.settings;
    if (this.known?.of !== current) {
      const { profile, testFlows } = current;
      this.known = { of: current, settings: { profile: profileValues(profile), enabled: testFlows } };
    }
    return this.known.settings;
  }
}

/** Undefined where nobody says where the list of peers is: then no flows are tested. */
export const flowTestingOf = ({
  peersConfigMaps,
  flowKeySecret,
  ...parts
}: Omit<FlowTestingParts, 'peersConfigMaps' | 'flowKeySecret'> &
  Pick<AgentOptions, 'peersConfigMaps' | 'flowKeySecret'>): FlowTesting | undefined =>
  peersConfigMaps && new FlowTesting({ ...parts, peersConfigMaps, flowKeySecret });
