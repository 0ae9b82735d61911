# The first process of a realistic node: 300 processes with 30 descriptors each, some of which listen, and a hundred TCP
# connections, as its probes, its pods and its clients of the API hold. It ends, and with it the namespace, when its
# standard input does.
use strict;
use warnings;
use Socket;

$0 = 'systemd';
my $processes = 300;
my $descriptors = 30;
my %ports = (
    'bird' => [179], 'calico-typha' => [5473, 9093], 'calico-node' => [9091, 9099], 'kubelet' => [10248, 10250],
    'kube-proxy' => [10249, 10256], 'sshd' => [22], 'containerd' => [10010], 'node_exporter' => [9100],
);
my @names = sort keys %ports;

for my $number (1 .. $processes) {
    defined(my $child = fork) or die "fork: $!";
    if ($child == 0) { stay($names[$number - 1] // "pod-$number") }
}
my @connected = connections(100);
syswrite STDOUT, "ready\n";
1 while sysread STDIN, my $ignored, 4096;

# Holds as many descriptors as a process of a node has: listeners, sockets of its own, pipes, and files.
sub stay {
    my ($name) = @_;
    $0 = $name;
    open STDIN, '<', '/dev/null';
    open STDOUT, '>', '/dev/null';
    my @held = map { listener($_) } @{ $ports{$name} // [] };
    while (@held < 12) { socketpair(my $one, my $other, AF_UNIX, SOCK_STREAM, 0) or die; push @held, $one, $other }
    while (@held < 20) { pipe(my $one, my $other) or die; push @held, $one, $other }
    while (@held + 3 < $descriptors) { open my $file, '<', '/etc/hostname' or die; push @held, $file }
    sleep 3600 while 1;
}

sub listener {
    my ($port) = @_;
    socket(my $socket, AF_INET, SOCK_STREAM, 0) or die "socket: $!";
    setsockopt $socket, SOL_SOCKET, SO_REUSEADDR, 1;
    bind $socket, sockaddr_in($port, INADDR_ANY) or die "bind $port: $!";
    listen $socket, 128 or die "listen: $!";
    return $socket;
}
