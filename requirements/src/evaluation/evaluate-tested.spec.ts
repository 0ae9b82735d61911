import * as fc from 'fast-check';
import { arbitraryFacts, arbitraryProfile } from '../../test/arbitrary-facts';
import { declareProfile } from '../model/declare-profile';
import { evaluateNode } from './evaluate-node';
import { evaluateTested, testedFindings } from './evaluate-tested';
import { notTested } from './left-out-facts';

it('makes the same of any facts as judging them whole', () => {
  fc.assert(
    fc.property(arbitraryFacts, arbitraryProfile, (facts, values) => {
      const profile = declareProfile(values, 'test');
      const untested = { ...facts, flowTests: notTested('test'), apiAccess: notTested('test') };
      expect(evaluateTested(facts, profile, evaluateNode(untested, profile))).toEqual(evaluateNode(facts, profile));
    }),
  );
});

describe('what traffic makes under another profile', () => {
  const findingsOf = (...judged: Parameters<typeof testedFindings>) =>
    testedFindings(...judged).map(({ finding, index }) => ({ finding, index }));

  it('is the same whether or not one is known', () => {
    fc.assert(
      fc.property(arbitraryFacts, arbitraryProfile, arbitraryProfile, (facts, values, others) => {
        const [own, other] = [declareProfile(values, 'test'), declareProfile(others, 'test')];
        const former = { profile: own, findings: testedFindings(facts, own) };
        expect(findingsOf(facts, other, former)).toEqual(findingsOf(facts, other));
      }),
      { numRuns: 500 },
    );
  });

  it('is the very list where they differ in nothing that traffic is judged by', () => {
    fc.assert(
      fc.property(arbitraryFacts, arbitraryProfile, (facts, values) => {
        const own = declareProfile({ ...values, sctp: false }, 'test');
        const former = { profile: own, findings: testedFindings(facts, own) };
        expect(testedFindings(facts, declareProfile({ ...values, sctp: true }, 'else'), former)).toBe(former.findings);
      }),
    );
  });
});
