import { catalogue } from '../catalogue';
import { evaluatorReasons } from '../evaluation/evaluator-reasons';
import { catalogueVersion } from '../model/catalogue-version';
import { shortHash } from './short-hash';

/** A requirement by its place in a compact line, with its reasons by theirs. */
export interface PlacedRequirement {
  readonly id: string;
  readonly reasons: readonly string[];
}

/** Every requirement in catalogue order; its own reasons come before the evaluator's. */
export const placedRequirements: readonly PlacedRequirement[] = catalogue.map(({ id, reasons }) => ({
  id,
  reasons: [...new Set([...Object.keys(reasons), ...Object.keys(evaluatorReasons)])],
}));

/**
 * Names the catalogue whose places a compact line counts by: its version, and a hash of the places themselves, so that
 * a catalogue whose version was not raised is told apart all the same.
 */
export const catalogueKey = `${catalogueVersion}+${shortHash(JSON.stringify(placedRequirements))}`;
