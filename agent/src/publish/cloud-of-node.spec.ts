import { declareProfile, evaluateNode, fromReportedFacts, observed, unavailable } from '@calico-readiness/requirements';
import { inCloudOfNode } from './cloud-of-node';

const profile = declareProfile({ encapsulation: ['IPIP'] }, 'a test');
const inputWith = (cloud: ReturnType<typeof fromReportedFacts>['cloud']) => {
  const facts = { ...fromReportedFacts({}), cloud };
  return { facts, findings: evaluateNode(facts, profile), profile };
};
const unseen = unavailable('denied', 'sys/class/dmi/id/chassis_asset_tag');
const verdictOf = ({ findings }: ReturnType<typeof inputWith>): string | undefined =>
  findings.find(({ requirement }) => requirement === 'ipip-protocol-open')?.verdict;

describe('the cloud of a Node', () => {
  it.each([
    ['azure:///subscriptions/1/resourceGroups/a', unseen, 'Fail'],
    ['azure:///subscriptions/1', observed('other' as const, 'proc/cmdline'), 'Fail'],
    ['azure:///subscriptions/1', observed('azure' as const, 'proc/cmdline'), 'Fail'],
    ['aws:///eu-west-1a/i-1', unseen, 'Unknown'],
    ['azurestack://x', unseen, 'Unknown'],
    ['', unseen, 'Unknown'],
    [undefined, unseen, 'Unknown'],
  ])('%s beside %j makes IP-in-IP %s', (providerID, cloud, verdict) => {
    expect(verdictOf(inCloudOfNode(inputWith(cloud), providerID === undefined ? {} : { providerID }))).toBe(verdict);
  });

  it('changes nothing that the host showed already', () => {
    const input = inputWith(observed('azure', 'proc/cmdline'));
    expect(inCloudOfNode(input, { providerID: 'azure://x' })).toBe(input);
    expect(inCloudOfNode(inputWith(unseen), { providerID: 'azure://x' }).facts.cloud).toEqual(
      observed('azure', 'Node spec.providerID'),
    );
  });
});
