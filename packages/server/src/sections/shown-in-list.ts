import { listed, type Model } from '@caseweave/model';
import { readSectionAndQuestions } from '@caseweave/record';
import type * as Y from 'yjs';
import { keptJson } from '../database/kept-json.ts';

/** What lists show of a section, as JSON; null for nothing. */
export function shownInList(model: Model, name: string, doc: Y.Doc): string | null {
  const section = model.section(name);
  if (section === undefined || section.part.list === null) return null;
  const { view, questions } = readSectionAndQuestions(section.schema, doc);
  const shown = listed(model, section.part, view, questions.length);
  return shown === null ? null : keptJson(shown);
}
