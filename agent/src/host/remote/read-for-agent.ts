import { createHostFiles } from '../create-host-files';
import { nodeFileSystem } from '../file-system';
import type { HostQuestion } from '../host-question';
import { answerTo } from '../host-question';
import { MountTable } from '../mount-table';

// A program of its own (reader-process.ts): looks at what may not answer, and is ended where it does not.
const [root = '/'] = process.argv.slice(2);
// To this process every file system is one to be looked at here.
const files = createHostFiles(root, nodeFileSystem, { mounts: new MountTable([]) });

process.on('message', (question: HostQuestion) => {
  void answerTo(files, question).then((answer) => process.send?.(answer));
});
process.on('disconnect', () => {
  process.exit();
});
