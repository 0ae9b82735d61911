/** A right that the console asks for before it offers a quick start, as an access review of Kubernetes has it. */
export interface ReviewedAccess {
  readonly group: string;
  readonly resource: string;
  readonly verb: string;
}

/** One step of a quick start. The texts are Markdown, but for the title. */
export interface QuickStartTask {
  readonly title: string;
  readonly description: string;
  /** A question that the user answers with yes or no, and what helps after a no. */
  readonly review: { readonly instructions: string; readonly failedTaskHelp: string };
  readonly summary: { readonly success: string; readonly failed: string };
}

/** A ConsoleQuickStart as far as we write one (openshift/api, console/v1/types_console_quick_start.go). */
export interface ConsoleQuickStart {
  readonly apiVersion: 'console.openshift.io/v1';
  readonly kind: 'ConsoleQuickStart';
  readonly metadata: { readonly name: string; readonly labels: Readonly<Record<string, string>> };
  readonly spec: {
    readonly displayName: string;
    /** 256 characters at most. */
    readonly description: string;
    readonly durationMinutes: number;
    /** An image as a `data:` URL. */
    readonly icon: string;
    readonly introduction: string;
    readonly tasks: readonly QuickStartTask[];
    readonly conclusion: string;
    /** Names of quick starts that are offered at the end. */
    readonly nextQuickStart?: readonly string[];
    /** Who lacks one of these rights is not shown the quick start. */
    readonly accessReviewResources: readonly ReviewedAccess[];
  };
}

/** A ConsoleYAMLSample (openshift/api, console/v1/types_console_yaml_sample.go). The console does not translate it. */
export interface ConsoleYAMLSample {
  readonly apiVersion: 'console.openshift.io/v1';
  readonly kind: 'ConsoleYAMLSample';
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly title: string;
    readonly description: string;
    readonly targetResource: { readonly apiVersion: string; readonly kind: string };
    readonly yaml: string;
  };
}
