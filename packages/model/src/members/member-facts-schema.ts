import type { Json } from '@caseweave/record';
import { z } from 'zod';
import type { Kind } from '../kinds/kind.ts';
import { checkValue } from '../values/check-value.ts';
import type { CodeList } from '../values/code-list.ts';
import { jsonSchemaOf } from '../values/json-schema.ts';
import type { Schema } from '../values/schema.ts';
import type { MemberFacts } from './member.ts';

/** What a domain decides beside who is a member. */
interface Own<Value> {
  readonly schema: Schema<Value>;
  readonly version: number;
  readonly upgrade?: Readonly<Record<number, (own: Json) => Json>>;
}

/** The facts of a record with members: checked, of the version of what is decided beside, and brought up with it. */
export function memberFactsSchema<Role extends string, Value>(
  roles: CodeList<Role>,
  own: Own<Value> | undefined,
): Kind<string, unknown, MemberFacts<Role, Value>>['facts'] {
  const member = z.strictObject({
    who: z.string(),
    role: z.literal([...roles.codes]),
    from: z.number(),
    to: z.number().nullable(),
  });
  const beside = own?.schema;
  const facts = z.strictObject({
    members: z.array(member).readonly(),
    // Of whichever library: asked whether it fits, and what it says of itself.
    own:
      beside === undefined
        ? z.null()
        : z.custom((value) => checkValue(beside, value).type === 'value').meta(jsonSchemaOf(beside) ?? {}),
  });
  return {
    // Checked part by part; what passed is of the type.
    schema: facts as unknown as Schema<MemberFacts<Role, Value>>,
    version: own?.version ?? 1,
    upgrade: Object.fromEntries(
      Object.entries(own?.upgrade ?? {}).map(([from, step]) => [from, (json: Json) => upgradedOwn(json, step)]),
    ),
  };
}

const upgradedOwn = (json: Json, step: (own: Json) => Json): Json => {
  if (typeof json !== 'object' || json === null || !('own' in json)) return json;
  return { ...json, own: step(json.own ?? null) };
};
