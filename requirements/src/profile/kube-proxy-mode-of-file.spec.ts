import fc from 'fast-check';
import { kubeProxyModeOfFile } from './kube-proxy-mode-of-file';
import { kubeProxyYaml } from './testing/sample-objects';

describe('kubeProxyModeOfFile', () => {
  it.each([
    ['iptables', 'iptables'],
    ['ipvs', 'ipvs'],
    ['"ipvs"', 'ipvs'],
    ["'nftables'", 'nftables'],
    ['nftables # since 4.20', 'nftables'],
    ['""', 'iptables'],
    ['', 'iptables'],
    ['null', 'iptables'],
    ['~', 'iptables'],
  ])('mode: %s is %s', (written, mode) => expect(kubeProxyModeOfFile(kubeProxyYaml(written))).toBe(mode));

  it.each([
    ['carriage returns', kubeProxyYaml('ipvs').replaceAll('\n', '\r\n'), 'ipvs'],
    ['a document start and a comment', `# generated\n---\n${kubeProxyYaml('ipvs')}`, 'ipvs'],
    ['no mode', 'kind: KubeProxyConfiguration\n', 'iptables'],
    ['a nested mode only', 'kind: KubeProxyConfiguration\nwinkernel:\n  mode: ipvs\n', 'iptables'],
    ['JSON', '{"kind": "KubeProxyConfiguration", "mode": "nftables"}', 'nftables'],
    ['JSON without a mode', '{"kind": "KubeProxyConfiguration", "mode": null}', 'iptables'],
  ])('reads a file with %s', (_, text, mode) => expect(kubeProxyModeOfFile(text)).toBe(mode));

  it.each([
    ['an unknown mode', kubeProxyYaml('userspace')],
    ['a mode in capitals', kubeProxyYaml('IPVS')],
    ['a list', kubeProxyYaml('[ipvs]')],
    ['an anchor', kubeProxyYaml('&mode ipvs')],
    ['two modes', `${kubeProxyYaml('ipvs')}mode: iptables\n`],
    ['two documents', `${kubeProxyYaml('ipvs')}---\n${kubeProxyYaml('ipvs')}`],
    ['a document that begins late', `apiVersion: v1\n---\n${kubeProxyYaml('ipvs')}`],
    ['another kind', 'kind: KubeletConfiguration\nmode: ipvs\n'],
    ['no kind', 'mode: ipvs\n'],
    ['broken JSON', '{"kind": "KubeProxyConfiguration", "mode": "ipvs"'],
    ['more than a configuration has', `${kubeProxyYaml('ipvs')}#${'x'.repeat(65_536)}`],
    ['no text', 7],
    ['nothing', undefined],
  ])('does not take %s', (_, text) => expect(kubeProxyModeOfFile(text)).toBeUndefined());

  it('never throws, and tells only modes that exist', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.json(),
      fc.json().map((json) => `{"kind": "KubeProxyConfiguration", "mode": ${json}}`),
      fc.string().map(kubeProxyYaml),
    );
    fc.assert(
      fc.property(texts, (text) => [undefined, 'iptables', 'ipvs', 'nftables'].includes(kubeProxyModeOfFile(text))),
    );
  });
});
