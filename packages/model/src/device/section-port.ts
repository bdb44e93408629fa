import type { Json, SectionSchema, View } from '@caseweave/record';
import { listed } from '../answers/shown-section.ts';
import type { Model } from '../model/model.ts';

/** What a caseload has to know of a model's sections. */
export interface ModelSections {
  readonly schemas: (sectionName: string) => SectionSchema | undefined;
  readonly project: (sectionName: string, view: unknown, questions: number) => Json | null;
}

/** Makes what an app hands to its caseload of a model's sections: their declarations, and what lists show of them. */
export const sectionPort = (model: Model): ModelSections => ({
  schemas: (sectionName) => model.section(sectionName)?.schema,
  // The view is one of the section's own schema: whoever asks has found it by the same name.
  project(sectionName, view, questions) {
    const part = model.section(sectionName)?.part;
    return part === undefined ? null : listed(model, part, view as View<SectionSchema>, questions);
  },
});
