import * as fc from 'fast-check';
import { arbitraryFacts, arbitraryProfile } from '../../test/arbitrary-facts';
import { declareProfile } from '../model/declare-profile';
import { evaluateNode } from './evaluate-node';
import { evaluateTested } from './evaluate-tested';
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
