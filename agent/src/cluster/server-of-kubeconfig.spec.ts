import fc from 'fast-check';
import { serverOfKubeconfig } from './server-of-kubeconfig';

/** As OpenShift's machine configuration and kubeadm write it, shortened. */
const kubeconfig = (server: string): string => `apiVersion: v1
kind: Config
clusters:
- name: local
  cluster:
    server: ${server}
    certificate-authority-data: Q0E=
users:
- name: kubelet
  user: {token: secret}
contexts:
- name: kubelet
  context: {cluster: local, user: kubelet}
current-context: kubelet
`;
/** What OpenShift has in the file that kubeadm has its kubeconfig in. */
const kubeletConfiguration =
  'kind: KubeletConfiguration\napiVersion: kubelet.config.k8s.io/v1beta1\ncgroupDriver: systemd\n';

describe('the server of a kubeconfig', () => {
  it.each([
    ['https://api-int.example.com:6443', 'https://api-int.example.com:6443'],
    ['https://[fd00::1]:6443', 'https://[fd00::1]:6443'],
    ['https://rancher.example.com/k8s/clusters/c-1/', 'https://rancher.example.com/k8s/clusters/c-1'],
  ])('%s is %s', (written, server) => {
    expect(serverOfKubeconfig(kubeconfig(written))).toBe(server);
  });

  it.each([
    ['without TLS', kubeconfig('http://10.0.0.1:8080')],
    ['with a login in its address', kubeconfig('https://user:word@10.0.0.1')],
    ['that is no address', kubeconfig('api-int:6443')],
    ['of no current cluster', kubeconfig('https://10.0.0.1').replace('current-context: kubelet', '')],
    ["in a kubelet's configuration", kubeletConfiguration],
    ['in an empty file', ''],
    ['in no YAML', '{[}'],
  ])('is none %s', (_which, text) => {
    expect(serverOfKubeconfig(text)).toBeUndefined();
  });

  it('never throws, whatever the text is', () => {
    const pieces = fc.constantFrom(
      'clusters:',
      '- name: x',
      '  cluster:',
      ' server: ',
      'https://a',
      '&a',
      '*a',
      '{',
      '\n',
      ' ',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((parts) => parts.join('\n')),
        ),
        (text) => {
          expect(() => serverOfKubeconfig(text)).not.toThrow();
        },
      ),
    );
  });
});
