/** Something that is wrong with a model: where, what, and what to do. */
export interface ModelFault {
  /** `sections.plan.rights`. */
  readonly path: string;
  readonly rule: string;
  readonly remedy: string;
}

/** A model that cannot be. */
export class ModelError extends Error {
  readonly code = 'wrong-model';
  readonly faults: readonly ModelFault[];

  constructor(name: string, faults: readonly ModelFault[]) {
    const told = faults.map(({ path, rule, remedy }) => `- ${path}: ${rule} ${remedy}`);
    super(`The model ${name} cannot be:\n${told.join('\n')}`);
    this.name = 'ModelError';
    this.faults = faults;
  }
}
