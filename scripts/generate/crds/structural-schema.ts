/** A rule in CEL, with what a person is told who breaks it. */
export interface ValidationRule {
  readonly rule: string;
  readonly message: string;
  /** The field below that the error names, where it is not the whole: a JSON path that begins with a dot. */
  readonly fieldPath?: string;
}

/** A node of an OpenAPI v3 schema as a custom resource definition takes it: every node typed, nothing referred to. */
export interface StructuralSchema {
  readonly type: 'object' | 'array' | 'string' | 'integer' | 'boolean';
  readonly description?: string;
  readonly nullable?: true;
  readonly properties?: Readonly<Record<string, StructuralSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: StructuralSchema;
  readonly maxProperties?: number;
  readonly items?: StructuralSchema;
  readonly maxItems?: number;
  readonly enum?: readonly string[];
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly 'x-kubernetes-list-type'?: 'atomic';
  readonly 'x-kubernetes-map-type'?: 'atomic';
  readonly 'x-kubernetes-validations'?: readonly ValidationRule[];
}
