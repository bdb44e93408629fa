import { meaningOf as meaningOfField, type FieldMeaning, type PlainField } from '@caseweave/model';
import { typeName } from '../names/words.ts';

/**
 * Tells what a field is.
 *
 * @param of - what it is a field of, by which states without a list are named: the status of an action is `ActionStatus`
 */
export const meaningOf = (of: string, name: string, field: PlainField): FieldMeaning =>
  meaningOfField(field, `${typeName(of)}${typeName(name)}`);
