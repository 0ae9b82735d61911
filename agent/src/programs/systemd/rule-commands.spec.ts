import { ruleCommandOf } from './rule-commands';

const words = (text: string): readonly string[] => text.split(' ');
const shell = (script: string, option = '-c'): readonly string[] => ['/bin/sh', option, script];

describe('a command that loads packet-filter rules', () => {
  it.each<[readonly string[], string]>([
    [words('/usr/sbin/iptables-restore /etc/sysconfig/iptables'), 'iptables-restore'],
    [words('iptables-legacy-restore -n /etc/x'), 'iptables-restore'],
    [words('/sbin/iptables-nft-restore --noflush /etc/x'), 'iptables-restore'],
    [words('/sbin/ip6tables-restore'), 'ip6tables-restore'],
    [words('/usr/sbin/xtables-nft-multi iptables-restore /etc/x'), 'iptables-restore'],
    [words('/usr/bin/env A=b -i iptables-restore'), 'iptables-restore'],
    [words('/usr/sbin/nft -f /etc/x.nft'), 'nft'],
    [words('nft -ef /etc/x.nft'), 'nft'],
    [words('nft --file /etc/x.nft'), 'nft'],
    [['nft', 'add rule inet filter input tcp dport 22 drop'], 'nft'],
    [['nft', 'add chain inet f i { type filter hook input priority 0; policy drop; }'], 'nft'],
    [words('/usr/sbin/ipset restore -file /etc/ipset'), 'ipset'],
    [words('ipset -exist restore'), 'ipset'],
    [words('iptables -A INPUT -s 10.0.0.0/8 -j DROP'), 'iptables'],
    [words('iptables -w -t filter -I FORWARD 1 --jump=REJECT'), 'iptables'],
    [words('iptables -AINPUT -jDROP'), 'iptables'],
    [words('ip6tables-legacy --append INPUT --jump REJECT --reject-with icmp6-port-unreachable'), 'ip6tables'],
    [words('iptables -P FORWARD DROP'), 'iptables'],
    [shell('iptables-restore < /etc/rules'), 'iptables-restore'],
    [shell('test -e /etc/rules && exec /sbin/iptables-restore -w 5 /etc/rules', '-ec'), 'iptables-restore'],
    [shell('cat /etc/rules | iptables-restore'), 'iptables-restore'],
    [shell('for t in a b; do iptables -A INPUT -j DROP; done'), 'iptables'],
    [shell('iptables -C INPUT -j DROP || iptables -A INPUT -j DROP'), 'iptables'],
    [['/usr/bin/bash', '-x', '-e', '-c', 'nft -f /etc/x'], 'nft'],
    [shell("/bin/bash -c 'nft -f /etc/x'"), 'nft'],
  ])('%j is one', (command, program) => {
    expect(ruleCommandOf(command)).toBe(program);
  });

  it.each<[string, readonly string[]]>([
    ['sets the policy ACCEPT, as units of the kubelet do', words('/sbin/iptables -P FORWARD ACCEPT -w 5')],
    ['accepts', words('iptables -I INPUT -p tcp --dport 179 -j ACCEPT')],
    ['deletes a rule', words('iptables -D INPUT -j DROP')],
    ['looks for a rule', words('iptables -C INPUT -j DROP')],
    ['makes a chain', words('iptables -N sshguard')],
    ['translates addresses', words('iptables -t nat -A POSTROUTING -j MASQUERADE')],
    ['only tests a file', words('iptables-restore --test /etc/x')],
    ['only checks a file', words('nft -c -f /etc/x')],
    ['only checks a file, in one word', words('nft -cf /etc/x')],
    ['lists rules', words('nft list ruleset')],
    ['adds a table', words('nft add table inet x')],
    ['lists sets', words('ipset list')],
    ['saves rules', words('iptables-save -f /etc/x')],
    ['runs a script, which is not read', words('/usr/local/bin/firewall.sh start')],
    ['runs a script with a shell', words('/bin/bash /usr/local/sbin/iptables-restore.sh')],
    ['runs a script with options', words('/bin/bash -e /opt/nft -f')],
    ['prints a command', shell('echo "iptables -A INPUT -j DROP"')],
    ['is a comment', shell('true # iptables -A INPUT -j DROP')],
    ['only names the program', words('/bin/systemctl stop iptables-restore')],
    ['works in another network namespace', words('/sbin/ip netns exec pod iptables -A INPUT -j DROP')],
    ['has no script', ['/bin/sh', '-c']],
    ['has shells within shells', ['sh', '-c', 'sh -c "sh -c \'sh -c \\"nft -f x\\"\'"']],
    ['is empty', []],
    ['is nothing but wrappers', words('env -i A=b')],
  ])('is none that %s', (_, command) => {
    expect(ruleCommandOf(command)).toBeUndefined();
  });
});
