import type { Model, ReportFault, RightsTable } from '@caseweave/model';

/** The model that a node serves, under the rights that are in force. */
export class ModelInUse {
  #model: Model;

  constructor(model: Model, report: ReportFault) {
    this.#model = model.with({ report });
  }

  /** The model under the rights in force now. Not to be kept: other rights may be put in force at any time. */
  get now(): Model {
    return this.#model;
  }

  /** Puts another rights table in force. */
  put(rights: RightsTable): void {
    this.#model = this.#model.with({ rights });
  }
}
