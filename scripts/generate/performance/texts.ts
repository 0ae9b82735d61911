/** What stands around the figures. */
export const introduction = `# What the agent costs on a node

Every node runs one agent. It looks at the node every 30 seconds, and writes its report when the meaning changes, or every 15 minutes. It reads
files; it starts no program, listens on no port, and asks the message bus of the host a few questions. This page says what that takes of a node, so that limits can be set and
nobody has to guess. \`npm run bench\` writes the figures, \`npm run generate-docs\` this page.

- **Time** is CPU time, user and system, of the whole process. How long that lasts depends on what else runs; this does not. Figures of other machines compare by their
  ratio to \`node -e 0\`: what Node.js takes to start and to end.
- **Memory** is what is resident. Some of it is the program of Node.js itself, which every such process on the node shares; "its own" is the rest.
- **A limit** for the memory of a pod should leave room above the peak. A limit for its CPU is not needed: it only makes an observation take longer.`;

export const othersElsewhere = `## What the targets say

They are CPU times of the machine on which they were set. There the build of before took 475 ms for a check and 246 ms for an observation; here it took twice as long, as the
first table shows. So what is met here is met there by more.

## What others cost

Measured earlier on another machine, so only the order of magnitude says something: \`calicoctl node checksystem\` took 73 ms of CPU for its nineteen modules, Troubleshoot's
host preflight checks 490 ms, and the worker of Node Feature Discovery 10 ms a minute.`;

export const whatANodeIs = `## What was measured

The built program (\`npm run build:agent\`), on nodes that the bench makes: the root directory of a Debian node out of Debian's packages, with NetworkManager, systemd, containerd and every
module of its kernel, in mount, network and PID namespaces of its own. /proc and /sys are those of the running kernel, which says that it is Debian's.

- **A quiet node** runs nothing else, and holds 20 TCP connections, as what reaches a node does. (Without any, the kernel walks its whole empty table at each look, for ten milliseconds or more.) Here a check, and one observation more of an agent that observes every second, are measured.
- **A busy node** runs 300 processes with 30 open files each. BIRD, Typha, Felix and the kubelet hold their ports. It has 100 TCP connections, a VXLAN device, 20 pods with their interfaces, and 200 mounts.
- **A node with 60,000 sockets** has that many TCP sockets in its table. The kernel lists those that listen first, and a check reads no further.

What runs there gets nothing of the environment of the machine that measures but PATH. With \`NODE_EXTRA_CA_CERTS\`, which names the machine's certificates, every start of Node.js reads all of them:
33 ms of CPU, and 3 MB that stay.

What is not as on a node: there is no message bus, and the API speaks no TLS. A kernel that is built without modules shows none that is loaded.`;

export const howToRepeat = `## How to repeat it

As root on Debian or Ubuntu for amd64, after \`npm ci\` and \`npm run build:agent\`. The first time, 150 MB of Debian's packages are downloaded. Where something cannot be measured the bench says so.

| command | what it does | how long |
|---|---|---|
| \`npm run bench\` | everything but an API that is ill, two minutes of the agent, and the sizes of the bundle | 5 minutes |
| \`npm run bench:steady\` | ten minutes of the agent, and ten minutes of another whose API is ill; fails when that misses an observation, or has not published everything in the end | 11 minutes |
| \`npm run bench -- --only check,probes\` | some parts: \`check\`, \`observation\`, \`sockets\`, \`probes\`, \`agent\`, \`flows\`, \`api\`, \`evaluation\` | |
| \`npm run bench -- --record after\` | keeps the figures in agent/bench/figures, beside those of the same build on the same machine | |
| \`npm run generate-docs\` | writes this page of what is kept | |`;
