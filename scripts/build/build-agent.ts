import { bundleAgent } from './agent-bundle';

for (const [file, bytes] of await bundleAgent('agent/dist')) {
  if (file.endsWith('.js')) console.log(`${String(Math.round(bytes / 1024)).padStart(6)} KB  ${file}`);
}
