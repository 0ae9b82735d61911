/* What docs/flows.md says that no figure is part of. */

export const introduction = `# How nodes test the flows between them

Whether BGP, IP-in-IP, VXLAN, Typha's port and WireGuard pass between two nodes is seen only by sending packets. Agents do so: this page says who tests whom, what is sent, and what it comes to. [ADR 37](adr/0037-who-tests-which-flows.md) says why the plan is as it is, [ADR 36](adr/0036-how-bgp-is-probed.md) how BGP is asked, [ADR 41](adr/0041-the-list-of-peers-and-the-causes.md) where the list of nodes and the causes come from, and [ADR 46](adr/0046-who-speaks-bgp.md) who speaks BGP with whom.

- A node visits ten fixed peers every 14 minutes, and ten others every three minutes. A visit tests all flows that the pair needs by the cluster profile.
- Three blocked visits within ten minutes make a failing pair, if the peer's node was ready and its agent ran and reported all the while.
- What failing pairs have in common is their cause: a node, two groups of nodes, or everything. The ClusterReport names it (\`status.flows\`).`;

export const how = `## What is tested, and how

| flow | how | open means |
|---|---|---|
| BGP, TCP 179 | a session that the kernel lists proves it; else a SYN that is taken back, never a connection | the peer's kernel answers |
| BGP to a router | a session that the kernel lists; nothing is sent | the session is up |
| Typha, TCP 5473 | a connection to nodes where Typha may run, no byte is sent | somebody listens, or the port is closed |
| VXLAN, UDP 4789 | a challenge in the form of VXLAN | the peer's agent answers |
| IP-in-IP, protocol 4 | the same as an inner packet that Calico's device drops | the peer's agent answers |
| WireGuard, UDP 51820 and 51821 | the same on that port | the peer's agent answers |
| The last three in full-size packets | in the same visit, as large as Calico would send from this node | the peer's agent answers in as many bytes |

BGP is tested between nodes that the mesh or a BGPPeer joins, such as clients and their route reflectors. It does not apply to other pairs, nor to a node that speaks BGP with nobody.

Nothing listens on a port of its own. An agent answers only challenges that its key proves, of the current epoch, from the address of a node in the list, about the time that the plan has for it, and at a bounded rate. Others that its key proves are refused, so that they do not take silence for a firewall: a node that is new, or one with another clock. [ADR 38](adr/0038-agents-test-flows.md) says when silence counts, and [ADR 42](adr/0042-how-large-packets-are.md) how large packets are. Full-size packets are never sent in fragments. Where they are lost and small ones pass, \`path-mtu-sufficient\` fails; where somebody says that they are too large, it warns.`;

export const unknown = `## What is Unknown, and why

A pair that could not be tested is Unknown, never open and never failing:

- the peer's node is not ready or cordoned, or its agent is silent, or began after the first blocked visit;
- BGP has a password or \`ttlSecurity\` and no session, or the mesh or the BGPPeers that may join the pair cannot be read, or a BGPPeer names another port than nodes listen on;
- one of both nodes listens for BGP on a port of its own (BGPConfiguration \`node.<name>\`, [ADR 51](adr/0051-ports-of-single-nodes.md));
- a router that a BGPPeer names has no session with the node: nothing is sent to routers;
- IP-in-IP or VXLAN only across subnets, while calico-node has not said yet in which subnet a node is;
- Typha may run nowhere that can be told from the Installation;
- the agent has no native part or no \`CAP_NET_RAW\`, or there is no list of peers, as without a controller;
- VXLAN, IP-in-IP or WireGuard to a node whose agent does not say that it answers, such as one of an earlier version, or has another key;
- the same flows without an answer under the eBPF data plane, or from a node that is not ready or on which Calico has not run yet;
- full-size packets where small ones do not pass, where their size is not known, or where a device of this node cannot carry it;
- blocked visits are not three yet.`;

export const rights = `## Rights

The controller lists BGPPeers. It writes the list into ConfigMaps \`calico-readiness-peers-0\` to \`-15\` of its namespace, and makes the key in the Secret \`calico-readiness-flows\` where that is empty. Agents read them by name, once an hour. Nobody may list ConfigMaps or Secrets, or create a Secret. [Install](install.md#what-the-controller-may-do) has every right. Delete the key from the Secret (\`data.key\`) to have another one made within five minutes; agents do not hear each other until all have read it, and pairs without an answer are Unknown so long.`;

export const afterRepair = `## After a repair

A failing peer is visited less and less often, each 80 minutes at last. **Check again** on the overview or on a Node has failing peers visited at once, and so does \`spec.recheckRequestedAt\` of the ReadinessPolicy or of a NodeReport. One answer ends the failure; the finding follows with the next observation.

**Test again now** beside a failing peer has both agents test each other at once, and says what each direction came to. On the Connectivity card it has 20 of a cell's failing pairs tested. It takes the same right as **Check again**: to patch NodeReports. Without the console, name up to 20 Nodes, whether they fail or not:

\`\`\`
oc patch nodereport NODE --type merge --patch '{"spec":{"flowTest":{"requestedAt":"'$(date -u +%FT%TZ)'","peers":["PEER"]}}}'
oc get nodereport NODE -o jsonpath='{.status.flowTest}'
\`\`\`

Each peer is \`tested\` with its open, blocked and untested flows, or there is a word why not: \`not-in-list\`, \`not-ready\`, \`no-flow\`, \`own-node\`, \`no-list\`, \`switched-off\`. An agent begins 20 such visits at once and one more each 12 seconds. One of them makes no failure by itself: the second and third strikes are those of the plan. [ADR 43](adr/0043-tests-that-somebody-asks-for.md) says why.`;

export const off = `## How to switch it off

\`\`\`
oc patch readinesspolicy cluster --type merge --patch '{"spec":{"testFlows":false}}'
\`\`\`

It ends all visits and answers at once, and forgets what was seen. The requirements then say that nothing was tested.`;

export const repeat = `## How to repeat it

Ten minutes where a processor is idle. \`--record\` keeps the figures, and \`npm run generate-docs\` writes this page.

\`\`\`
npm run simulate:flows -- --record
npm run generate-docs
\`\`\``;
