/** What stands around the figures. */
export const introduction = `# What the console pages cost a browser

Every page of the plugin reads all nodes and their reports. This page says what that takes of a browser, so that nobody has to guess whether a large cluster can be looked at.
\`npm run bench:console\` measures it, and \`npm run generate-docs\` writes this page.

- **The yardstick** is a plain table page of the same nodes, in the same console and the same browser. It lists whole Nodes through the console's SDK and shows fifty, as the console's own list of nodes does; that one reads more, and its cells hold more. In a real console the yardstick is that list itself.
- **Ours** is compared by ratio, because times depend on the machine. Each page is opened in turn, in a browser that knows nothing of it; the figures are medians.
- **Targets** are set for 5,000 nodes, and stand there alone. With few nodes both pages cost what a console page costs without any.`;

export const noFigures = 'No figures are kept yet.';

export const whatIsMeasured = `## What is measured

The standalone host emulates the consoles with their own SDK, React and router, and answers as an API server with nodes of 7.4 kB and reports of sample data. Headless Chromium, 1440 × 900, without a graphics card. Bytes come over the loopback device, without TLS.

| figure | what it is |
|---|---|
| no page | from the beginning of the navigation until the console says that there is no such page: what it takes for itself and for loading its plugins, before any page begins |
| first rows | from the beginning of the navigation until the first row is there, with empty caches: console, plugin and data |
| first rows in a running console | the same from the moment that a console, which showed no such page yet, goes over to the page |
| complete data | until every node has arrived |
| CPU | time of the page's main thread until then, whatever else the machine does |
| heap | of JavaScript, after a collection |
| longest task | for how long the page answers nobody, from the first rows until half a second after the last data; 0 where it always answers within 50 ms |
| busy | CPU time of the main thread over 20 seconds, while ten nodes a second go from ready to not ready or back; reports and Nodes change |
| longest frame | from one frame to the next while 3,000 pixels are scrolled down and up again with the wheel, 2,000 in a second |
| what-if | from the click until the page shows what another profile would change, once it has read the whole reports for an earlier one |`;

export const howToRepeat = `## How to repeat it

After \`npm ci\` and \`npm run build\`, on a machine that does nothing else. The first time, Chromium is downloaded with \`npm run test:prepare\`.

| command | what it does | how long |
|---|---|---|
| \`npm run bench:console\` | 100, 2,000 and 5,000 nodes in every console, three runs | 15 minutes |
| \`npm run bench:console -- --nodes 5000 --console 4.22 --runs 3\` | a part of it | 3 minutes |
| \`npm run bench:console -- --real-console http://127.0.0.1:9000 --console 4.22 --nodes 5000\` | the same in a real console that runs already, with the plugin and 5,000 nodes behind it | 4 minutes |
| \`npm run bench:console -- --record\` | keeps the figures in integration-tests/bench/figures | |
| \`npm run generate-docs\` | writes this page of what is kept | |

A real console without a cluster: build the front end and the server of openshift/console, serve \`dist\`, and let an API answer with a fleet. The server is started as for development, with \`--user-auth=disabled\`, \`--k8s-mode=off-cluster\`, \`--user-settings-location=localstorage\` and \`--plugins=calico-readiness=ADDRESS\`. The figures above come from such a console, with the sample fleet's API in memory behind it (\`standalone/server/src/kubernetes\`), served by a script of its own with a few kinds more: the standalone host itself refuses what a page of another address sends. What a real API server takes for its answers is in the figures of neither page.`;
