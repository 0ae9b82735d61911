/** The labels of a node, by name. */
export type NodeLabels = Readonly<Record<string, string>>;

/** Whether labels are selected. */
export type SelectsLabels = (labels: NodeLabels) => boolean;

/** A comparison of a label with a text; undefined for an operator that there is none of. Only `!=` selects what lacks the label. */
export function comparison(
  of: (labels: NodeLabels) => string | undefined,
  operator: string,
  text: string,
): SelectsLabels | undefined {
  switch (operator) {
    case '==':
      return (labels) => of(labels) === text;
    case '!=':
      return (labels) => of(labels) !== text;
    case 'contains':
      return (labels) => of(labels)?.includes(text) === true;
    case 'starts with':
      return (labels) => of(labels)?.startsWith(text) === true;
    case 'ends with':
      return (labels) => of(labels)?.endsWith(text) === true;
    default:
      return undefined;
  }
}
