/** There is no Node that could own the report. */
export class NodeMissingError extends Error {
  override readonly name = 'NodeMissingError';
  constructor(nodeName: string) {
    super(`There is no Node ${nodeName}`);
  }
}
