import { ansiblePlaybook, untemplated } from './ansible-playbook';

describe('the playbook', () => {
  it('names the hosts of each group, and brings each group its own change', () => {
    const [names, first, second] = ansiblePlaybook('kernel-modules', 'A title', [
      {
        hosts: ['a', 'b'],
        change: { files: [{ path: '/etc/modules-load.d/calico.conf', content: 'ip_set\n' }], maskedUnits: [] },
      },
      { hosts: [], change: { files: [], maskedUnits: ['ufw.service'] } },
    ]);

    expect(names?.tasks.map(({ loop }) => loop)).toEqual([['a', 'b'], ['name-of-a-host']]);
    expect(first).toEqual({
      name: 'A title',
      hosts: 'calico_readiness_kernel_modules_1',
      become: true,
      gather_facts: false,
      force_handlers: true,
      tasks: [
        {
          name: 'Make the directory /etc/modules-load.d',
          'ansible.builtin.file': { path: '/etc/modules-load.d', state: 'directory' },
        },
        {
          name: 'Write /etc/modules-load.d/calico.conf',
          'ansible.builtin.copy': {
            dest: '/etc/modules-load.d/calico.conf',
            content: 'ip_set\n',
            owner: 'root',
            group: 'root',
            mode: '0644',
            backup: true,
          },
          notify: 'Restart systemd-modules-load.service',
        },
      ],
      handlers: [
        {
          name: 'Restart systemd-modules-load.service',
          'ansible.builtin.systemd_service': { name: 'systemd-modules-load.service', state: 'restarted' },
        },
      ],
    });
    expect(second?.tasks).toEqual([
      {
        name: 'Stop and disable ufw.service',
        'ansible.builtin.systemd_service': { name: 'ufw.service', state: 'stopped', enabled: false },
      },
      { name: 'Mask ufw.service', 'ansible.builtin.systemd_service': { name: 'ufw.service', masked: true } },
    ]);
    expect(second?.handlers).toBeUndefined();
  });

  it('has NetworkManager reload where it runs, and does not start it where it is stopped', () => {
    const file = { path: '/etc/NetworkManager/conf.d/calico.conf', content: '[keyfile]\n' };
    const plays = ansiblePlaybook('networkmanager', 'A title', [
      { hosts: ['a'], change: { files: [file], maskedUnits: [] } },
    ]);

    expect(plays[1]?.handlers).toEqual([
      {
        name: 'Reload NetworkManager.service',
        'ansible.builtin.shell':
          'if systemctl is-active --quiet NetworkManager.service; then systemctl reload NetworkManager.service; fi',
      },
    ]);
  });

  it.each([
    ['a {b} }} c', 'a {b} }} c'],
    ['{{ x }}', "{{ '{' }}{ x }}"],
    ['{{%', "{{ '{' }}{{ '{' }}%"],
    ['{#', "{{ '{' }}#"],
  ])('leaves no template in %j', (text, expected) => {
    expect(untemplated(text)).toBe(expected);
  });
});
