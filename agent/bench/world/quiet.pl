# The first process of a node on which nothing else runs. It ends, and with it the namespace, when its standard input does.
$0 = 'systemd';
syswrite STDOUT, "ready\n";
1 while sysread STDIN, my $ignored, 4096;
