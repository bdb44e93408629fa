import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { earlyHelp, notes } from '@caseweave/family';
import { type KeptLog, modelSummary, type ModelSummary } from '@caseweave/model';
import type { SchemaSummary, SectionSchema } from '@caseweave/record';

/** Where released versions are kept: of each section its summary, and a document that it wrote. */
export const releases = fileURLToPath(new URL('../../releases/', import.meta.url));

/** All sections, the notes of one agency among them. */
export const allSections: readonly SectionSchema[] = [
  ...earlyHelp.parts.flatMap((part) => (part.type === 'section' ? [part.schema] : [])),
  notes('early-help'),
];

/** A model as it was released, with logs that it wrote. */
export interface KeptModel {
  readonly model: ModelSummary;
  readonly logs: readonly KeptLog[];
}

/** Where released models are kept. */
export const models = `${releases}models/`;

/** What is kept of released models. */
export const keptModels = (existsSync(models) ? readdirSync(models) : []).map((name) => ({
  name: name.replace('.json', ''),
  ...(JSON.parse(readFileSync(models + name, 'utf8')) as KeptModel),
}));

/** Every code of every list that the model names. */
export const codesOfLists: readonly unknown[] = Object.values(modelSummary(earlyHelp).codeLists).flatMap(({ codes }) =>
  codes.map(({ code }) => code),
);

/** What is kept of released versions. */
export const kept = readdirSync(releases)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({
    name: name.replace('.json', ''),
    summary: JSON.parse(readFileSync(releases + name, 'utf8')) as SchemaSummary,
    update: new Uint8Array(readFileSync(releases + name.replace('.json', '.update'))),
  }));
