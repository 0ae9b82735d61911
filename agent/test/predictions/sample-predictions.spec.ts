import { readFileSync } from 'node:fs';
import { goldenPredictions, samplePredictions } from './sample-predictions';

describe('the sample fleet of the standalone host', () => {
  it('has the predictions that the agent makes of such hosts (else run npm run update-golden)', async () => {
    expect(await samplePredictions()).toBe(readFileSync(goldenPredictions, 'utf8'));
  });
});
