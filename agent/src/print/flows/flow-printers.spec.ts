import type { TestedTarget } from '../../flows/probe-flows';
import { flowDocument } from './flow-document';
import { printFlows } from './flow-printers';

const style = { width: 80, colour: false, unicode: true };
const target = (peer: string, outcome: TestedTarget['result']['outcome'], said: string): TestedTarget => ({
  peer,
  flow: { name: 'typha', port: 5473 },
  result: { outcome, method: 'connect', said },
});
const tested = [
  target('10.0.0.2', 'refused', 'ECONNREFUSED'),
  target('fd00::2', 'prohibited', 'ICMPv6 type 1 code 1, admin-prohibited'),
];
const at = '2026-11-28T09:00:00.000Z';

describe('the printer of flows', () => {
  it('prints a line for each flow, and what they come to', async () => {
    expect(await printFlows(flowDocument(tested, 'nobody need listen', at), 'table', style)).toBe(
      [
        'Calico flows of this host, tested 2026-11-28T09:00:00.000Z',
        '',
        '  ✔ refused       10.0.0.2  typha 5473/tcp        ECONNREFUSED',
        '  ● prohibited    fd00::2   typha 5473/tcp        ICMPv6 type 1 code 1,',
        '                                                  admin-prohibited',
        '',
        'Result  ● Blocked: 1 prohibited, 1 refused',
        '',
      ].join('\n'),
    );
  });

  it('names the place of flows that have two ends: port and size, or neither', async () => {
    const result = { outcome: 'open', method: 'challenge', said: 'an authentic answer' } as const;
    const two = [
      { peer: '10.0.0.2', flow: { name: 'vxlan', port: 4789, packetBytes: 1500 }, result },
      { peer: '10.0.0.2', flow: { name: 'ipip' }, result },
    ];
    const text = await printFlows(flowDocument(two, 'nobody need listen', at), 'table', style);
    expect(text).toContain('10.0.0.2  vxlan 4789/udp 1500   an authentic answer');
    expect(text).toContain('10.0.0.2  ipip                  an authentic answer');
  });

  it('prints ASCII where a terminal shows nothing else', async () => {
    const text = await printFlows(flowDocument(tested, 'nobody need listen', at), 'table', {
      ...style,
      unicode: false,
    });
    expect(text).toMatch(/^[\x00-\x7f]*$/);
  });

  it.each([
    ['nobody need listen', [tested[0]!], 'Ready'],
    ['somebody listens', [tested[0]!], 'NotReady'],
    ['nobody need listen', tested, 'NotReady'],
    ['nobody need listen', [tested[0]!, target('10.0.0.3', 'untested', 'EMFILE')], 'Unknown'],
    ['nobody need listen', [tested[1]!, target('10.0.0.3', 'untested', 'EMFILE')], 'NotReady'],
    ['somebody listens', [target('10.0.0.3', 'open', 'connected')], 'Ready'],
  ] as const)('is of one verdict: %s, %#', (expectation, targets, verdict) => {
    expect(flowDocument(targets, expectation, at).verdict).toBe(verdict);
  });

  it('prints what JSON has as YAML too', async () => {
    const document = flowDocument(tested, 'nobody need listen', at);
    expect(JSON.parse(await printFlows(document, 'json', style))).toEqual(document);
    expect(await printFlows(document, 'yaml', style)).toContain('outcome: prohibited');
  });

  it('prints a record for each flow as CSV, and no formula', async () => {
    const document = flowDocument([target('10.0.0.2', 'filtered', '=1+1')], 'nobody need listen', at, ['10.0.0.1']);
    expect(await printFlows(document, 'csv', style)).toBe(
      'from,peer,flow,port,packetBytes,verdict,outcome,method,said\r\n' +
        "10.0.0.1,10.0.0.2,typha,5473,,Fail,filtered,connect,'=1+1\r\n",
    );
  });

  it('prints a table as Markdown, in which nothing of a host is markup', async () => {
    const document = flowDocument([target('10.0.0.2', 'untested', '<b>|')], 'nobody need listen', at, ['10.0.0.1']);
    const text = await printFlows(document, 'markdown', style);
    expect(text).toContain('- Result: **Not all tested** (1 untested)');
    expect(text).toContain('- From: 10.0.0.1');
    expect(text).toContain('| 10.0.0.2 | typha 5473 | untested | &lt;b&gt;\\| |');
  });

  it('prints JUnit that is red where the exit status is not 0', async () => {
    const more = [...tested, target('10.0.0.3', 'untested', 'EMFILE')];
    const text = await printFlows(flowDocument(more, 'nobody need listen', at), 'junit', style);
    expect(text).toContain('tests="3" failures="1" errors="1" skipped="0"');
    expect(text).toContain('<testcase name="typha 5473 to 10.0.0.2" classname="calico-readiness.flows"/>');
    expect(text).toContain('<failure message="prohibited" type="prohibited">ICMPv6 type 1 code 1, admin-prohibited');
    expect(text).toContain('<error message="untested" type="untested">EMFILE</error>');
  });

  it('names the addresses of this host that were tested from', async () => {
    const document = flowDocument(tested, 'nobody need listen', at, ['10.0.0.1', 'fd00::1']);
    expect(await printFlows(document, 'table', style)).toContain(
      'Calico flows of this host from 10.0.0.1, fd00::1, tested 2026-11-28T09:00:00.000Z',
    );
  });
});
