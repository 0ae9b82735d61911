import { bundleAgent } from './agent-bundle';

const { outputs } = await bundleAgent('agent/dist');
for (const [file, { bytes }] of Object.entries(outputs)) {
  if (file.endsWith('.js')) console.log(`${String(Math.round(bytes / 1024)).padStart(6)} KB  ${file}`);
}
