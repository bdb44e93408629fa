import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { KeptLog, Model, ModelSummary } from '@caseweave/model';
import { homes } from '../models/homes.ts';
import { jobs } from '../models/jobs.ts';
import { repairs } from '../models/repairs.ts';

/** What is kept of a released version of a model. */
export interface KeptRelease {
  readonly summary: ModelSummary;
  readonly logs: readonly KeptLog[];
}

/** Where released versions are kept. */
export const folder = fileURLToPath(new URL('kept/', import.meta.url));

/** The models of which versions are kept. */
export const models: readonly Model[] = [homes, jobs, repairs];

/** The released versions, by name. */
export const releases = (): readonly (readonly [name: string, release: KeptRelease])[] =>
  readdirSync(folder)
    .toSorted()
    .map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(`${folder}${file}`, 'utf8')) as KeptRelease]);
