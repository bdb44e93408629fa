import { ModelError, type Model, type ModelFault } from '@caseweave/model';
import type { GraphQLSchema } from 'graphql';
import { newBuilder } from '../builder.ts';
import { declaredTypes } from '../declared-types.ts';
import { decisions } from '../decisions/decisions.ts';
import { edits } from '../edits/mutations.ts';
import type { Extras } from '../extras/extra-tools.ts';
import { toolsForExtras } from '../extras/tools-for-extras.ts';
import { subscriptions } from '../following/subscriptions.ts';
import { listFields } from '../lists/list-fields.ts';
import { MadeOnce } from '../names/made-once.ts';
import { checkFieldNames } from '../names/field-names.ts';
import { schemaNames } from '../names/schema-names.ts';
import { unitTypes } from '../people/unit-types.ts';
import { whoType } from '../people/who-type.ts';
import { atLeast } from '../records/at-least.ts';
import { queryType } from '../records/query.ts';
import { recordTypes } from '../records/record-types.ts';
import type { Tools } from '../tools.ts';
import { scalars } from '../values/scalars.ts';

/** What a schema is made of. */
export interface SchemaOptions {
  readonly model: Model;
  /** What the domain has in its API beside what follows from its model. */
  readonly extras?: Extras;
}

/**
 * Makes the GraphQL schema of a model.
 *
 * @throws ModelError where two things that the model declares would have one name: where, what, and what to do
 */
export function graphqlSchema({ model, extras }: SchemaOptions): GraphQLSchema {
  const faults: ModelFault[] = [];
  const builder = newBuilder();
  const names = schemaNames(model, faults);
  checkFieldNames(model, names, faults);
  if (faults.length > 0) throw new ModelError(model.name, faults);
  const types = declaredTypes(builder, names, faults);
  const tools: Tools = { builder, model, names, types, made: new MadeOnce(), appends: new Map(), faults };
  scalars(builder);
  whoType(tools);
  unitTypes(tools);
  recordTypes(tools);
  atLeast(tools, queryType(tools));
  listFields(tools);
  edits(tools);
  decisions(tools);
  subscriptions(tools);
  if (faults.length > 0) throw new ModelError(model.name, faults);
  extras?.(toolsForExtras(tools));
  return builder.toSchema();
}
