import fc from 'fast-check';
import { arbitraryFact, arbitraryFacts, arbitraryProfile } from '../../test/arbitrary-facts';
import { withGapsFilled } from '../../test/filled-gaps';
import { nearlyStockFacts } from '../../test/nearly-stock-facts';
import { stockHost, stockValues } from '../../test/stock-host';
import type { ProfileValues } from '../model/profile-values';
import { declareProfile } from '../model/declare-profile';
import { defaultProfileValues } from '../model/profile-defaults';
import { unavailable, unavailableReasons } from '../model/fact';
import type { Finding, Verdict } from '../model/finding';
import type { HostFactName, HostFacts } from '../model/host-facts';
import { hostFactNames } from '../model/host-facts';
import { requirementById } from '../catalogue';
import { evaluateNode } from './evaluate-node';
import { isTested } from './left-out-facts';

const judge = (facts: HostFacts, values: ProfileValues): Finding[] =>
  evaluateNode(facts, declareProfile(values, 'a test'));

const decided: readonly Verdict[] = ['Pass', 'Warn', 'Fail'];

/** Findings of this verdict that have become another one than those allowed. */
const notKept = (
  verdict: Verdict,
  before: readonly Finding[],
  after: readonly Finding[],
  allowed: readonly Verdict[],
): Finding[] =>
  before.filter((finding, index) => finding.verdict === verdict && !allowed.includes(after[index]!.verdict));

/** Hosts that lack much, and such that lack one thing or another. */
const anyFacts = fc.oneof(arbitraryFacts, { arbitrary: nearlyStockFacts, weight: 3 });

/** A failure of systemd-networkd beside a caution about NetworkManager, which once hid it where networkd was not seen. */
const networkdBesideStoppedManager = stockHost({
  networkManager: { ...stockValues.networkManager, daemon: 'stopped', manages: { 'cali*': true } },
  systemdNetworkd: { daemon: 'running', manages: { 'cali*': true } },
});

const anyFactName = fc.constantFrom(...hostFactNames);

/** What devices of the node may do is a warning; traffic shows what they do. */
const isWarningAgain = (name: HostFactName, { requirement, verdict }: Finding): boolean =>
  isTested(name) && verdict === 'Warn' && requirementById(requirement)?.scope === 'flow';
const mayFailByTraffic = (name: HostFactName, verdict: Verdict): readonly Verdict[] =>
  isTested(name) && verdict === 'Warn' ? ['Warn', 'Fail'] : [verdict];

describe('evidence', () => {
  it('that went missing never passes, warns of or fails anything', () => {
    fc.assert(
      fc.property(
        anyFacts,
        arbitraryProfile,
        anyFactName,
        fc.constantFrom(...unavailableReasons),
        (facts, values, name, reason) => {
          const before = judge(facts, values);
          const after = judge({ ...facts, [name]: unavailable(reason, 'a test') }, values);
          const changed = after.filter(
            ({ verdict }, index) => decided.includes(verdict) && before[index]!.verdict !== verdict,
          );
          expect(changed.filter((finding) => !isWarningAgain(name, finding))).toEqual([]);
        },
      ),
      { numRuns: 1000, examples: [[networkdBesideStoppedManager, defaultProfileValues, 'systemdNetworkd', 'denied']] },
    );
  });

  it('that was added never turns what was decided into Unknown, and leaves it decided as it was', () => {
    const added = anyFactName.chain((name) => fc.tuple(fc.constant(name), arbitraryFact(name)));
    fc.assert(
      fc.property(anyFacts, arbitraryProfile, added, (facts, values, [name, fact]) => {
        const before = judge({ ...facts, [name]: unavailable('denied', 'a test') }, values);
        const after = judge({ ...facts, [name]: fact }, values);
        for (const verdict of decided)
          expect(notKept(verdict, before, after, mayFailByTraffic(name, verdict))).toEqual([]);
      }),
      {
        numRuns: 1000,
        examples: [
          [
            networkdBesideStoppedManager,
            defaultProfileValues,
            ['systemdNetworkd', networkdBesideStoppedManager.systemdNetworkd],
          ],
        ],
      },
    );
  });

  it('that was added within a fact leaves a failure one, and makes nothing that was decided Unknown', () => {
    fc.assert(
      fc.property(
        anyFacts.chain((facts) => fc.tuple(fc.constant(facts), withGapsFilled(facts))),
        arbitraryProfile,
        ([facts, filled], values) => {
          const before = judge(facts, values);
          const after = judge(filled, values);
          expect(notKept('Fail', before, after, ['Fail'])).toEqual([]);
          // Where the daemon leaves an interface alone and its configuration was not decided, that may turn out to be for now only.
          expect(notKept('Pass', before, after, ['Pass', 'Warn'])).toEqual([]);
          expect(notKept('Warn', before, after, ['Warn', 'Fail'])).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
