import type { PrintableFinding, PrintableReport } from './printable-report';

/** A host now, and as it would be at the next boot with a change laid over it. */
export interface PrintablePrediction {
  /** What was laid over it, as the user named it. */
  readonly change: readonly string[];
  readonly now: PrintableReport;
  readonly predicted: PrintableReport;
  /** Why NetworkManager still manages an interface; one safe line, empty where the findings say all. */
  readonly whyStillManaged: string;
  /** What the prediction leaves out, and why. One safe line each. */
  readonly leftOut: readonly { readonly what: string; readonly why: string }[];
}

/** One requirement now and with the change. */
export interface ComparedFinding {
  readonly now: PrintableFinding;
  readonly predicted: PrintableFinding;
}

/** What a change makes of the requirements, each list in catalogue order. */
export interface ComparedFindings {
  /** Not met now, and met with the change. */
  readonly mended: readonly ComparedFinding[];
  /** Met now, and no more with the change or the boot. */
  readonly worsened: readonly ComparedFinding[];
  /** Not met now and with the change, whether or not for the same reason. Flows are left out: no file says whether they pass. */
  readonly notMended: readonly ComparedFinding[];
}

/** Compares the requirements of both reports, which are the same catalogue's. */
export function comparedFindings({ now, predicted }: PrintablePrediction): ComparedFindings {
  const before = new Map(now.findings.map((finding) => [finding.requirement, finding]));
  const pairs = predicted.findings.flatMap((finding) => {
    const one = before.get(finding.requirement);
    return one === undefined ? [] : [{ now: one, predicted: finding }];
  });
  return {
    mended: pairs.filter((pair) => !isMet(pair.now) && isMet(pair.predicted)),
    worsened: pairs.filter((pair) => isMet(pair.now) && !isMet(pair.predicted)),
    notMended: pairs.filter((pair) => !isMet(pair.now) && !isMet(pair.predicted) && pair.predicted.scope !== 'flow'),
  };
}

const isMet = ({ verdict }: PrintableFinding): boolean => verdict === 'Pass' || verdict === 'NotApplicable';
