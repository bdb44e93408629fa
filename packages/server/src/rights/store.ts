import type { Db } from '../database/database.ts';
import type { ModelInUse } from '../model/model-in-use.ts';
import type { RightsCache } from './rights-cache.ts';

/** What is read from: a database, an authority in it, the model that says what it means, and what of it is remembered. */
export interface Store {
  readonly db: Db;
  readonly authority: string;
  readonly model: ModelInUse;
  readonly cache: RightsCache;
}
