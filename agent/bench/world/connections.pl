# Behind the first process of every node, which calls it where the node holds connections.
# Both ends of connections of this host to itself. As programs in Go do it, the listener takes both families: the kernel has
# one end in /proc/net/tcp and the other in tcp6.
use strict;
use warnings;
use Socket qw(:DEFAULT IN6ADDR_ANY sockaddr_in6 unpack_sockaddr_in6);

sub connections {
    my ($number) = @_;
    socket(my $listener, AF_INET6, SOCK_STREAM, 0) or die "socket: $!";
    bind $listener, sockaddr_in6(0, IN6ADDR_ANY) or die "bind: $!";
    listen $listener, $number or die "listen: $!";
    my ($port) = unpack_sockaddr_in6(getsockname $listener);
    my @held = ($listener);
    for (1 .. $number) {
        socket(my $client, AF_INET, SOCK_STREAM, 0) or die "socket: $!";
        connect $client, sockaddr_in($port, INADDR_LOOPBACK) or die "connect: $!";
        accept my $server, $listener or die "accept: $!";
        push @held, $client, $server;
    }
    return @held;
}
