# The first process of a node with 60,000 sockets: 30,000 TCP connections to itself, both ends of which are in the table, held
# by ten processes. It ends, and with it the namespace, when its standard input does.
use strict;
use warnings;
use Socket;

$0 = 'systemd';
my $processes = 10;
my $connections = 3_000;
for my $number (1 .. $processes) {
    pipe(my $told, my $tell) or die "pipe: $!";
    defined(my $child = fork) or die "fork: $!";
    if ($child == 0) { hold($number, $tell) }
    close $tell;
    defined(my $word = readline $told) or die "process $number ended";
}
syswrite STDOUT, "ready\n";
1 while sysread STDIN, my $ignored, 4096;

# A listener of its own each: one has a few thousand ports for its peers only (ip_local_port_range).
sub hold {
    my ($number, $tell) = @_;
    $0 = "peer-$number";
    my $place = sockaddr_in(20_000 + $number, INADDR_LOOPBACK);
    socket(my $listener, AF_INET, SOCK_STREAM, 0) or die "socket: $!";
    bind $listener, $place or die "bind: $!";
    listen $listener, 128 or die "listen: $!";
    my @held;
    for (1 .. $connections) {
        socket(my $client, AF_INET, SOCK_STREAM, 0) or die "socket: $!";
        connect $client, $place or die "connect: $!";
        accept my $server, $listener or die "accept: $!";
        push @held, $client, $server;
    }
    syswrite $tell, "ready\n";
    sleep 3600 while 1;
}
