import { begunBy, COMMON_REFUSALS, type Command, type Model } from '@caseweave/model';
import type { UnionRef } from '@pothos/core';
import type { TypeRef, Types } from '../builder.ts';
import { keyReusedType, notAllowedType } from '../edits/edit-outcome.ts';
import { codeName } from '../names/words.ts';
import { recordInterface } from '../records/record-interface.ts';
import type { Tools } from '../tools.ts';

/** What became of a command, as GraphQL tells it. */
export type DecisionOutcomeShape =
  | { readonly type: 'decided'; readonly command: Command; readonly position: number }
  | {
      readonly type: 'not-decided';
      readonly code: string;
      readonly words: string;
      readonly stands: string | null;
    }
  | { readonly type: 'not-allowed' }
  | { readonly type: 'key-reused' };

type Of<Type extends DecisionOutcomeShape['type']> = Extract<DecisionOutcomeShape, { readonly type: Type }>;

/** What was decided, as extras are handed it. */
export type DecidedShape = Of<'decided'>;

/** The type of something that is decided. */
export const decidedType = (tools: Tools): TypeRef<DecidedShape> =>
  tools.made.once('decided', () => {
    const Record = recordInterface(tools);
    return tools.builder.objectRef<DecidedShape>('Decided').implement({
      description: 'It is decided, and counts from now on, in the one order of all decisions.',
      fields: (t) => ({
        version: t.field({
          type: 'Version',
          description: 'Ask for `atLeast` this version to read what follows from it.',
          resolve: ({ position }, _, { asking }) => asking.sources.sealVersion(position),
        }),
        recordId: t.id({
          description: 'The id of the record that it is about.',
          resolve: ({ command }) => command.record,
        }),
        record: t.field({
          type: Record,
          nullable: true,
          description: 'The same as it is now, where you may read anything of it.',
          resolve: async ({ command }, _, { asking: { viewer } }) => viewer.record(command.record),
        }),
        begun: t.field({
          type: [Record],
          description: 'The records that it began, of those of which you may read something.',
          resolve: async ({ command }, _, { asking: { viewer } }) => {
            const found = await Promise.all([...begunBy(command).keys()].map((record) => viewer.record(record)));
            return found.filter((record) => record !== undefined);
          },
        }),
      }),
    });
  });

/** The codes that decisions of a model may be refused with, with what each says. */
function codesOf({ decisions }: Model): ReadonlyMap<string, string> {
  const codes = new Map<string, string>(Object.entries(COMMON_REFUSALS));
  for (const { refusals } of decisions.values())
    for (const [code, words] of Object.entries(refusals)) if (!codes.has(code)) codes.set(code, words);
  return codes;
}

function notDecidedType({ builder, model }: Tools) {
  const Code = builder.enumType('DecisionCode', {
    description: 'Why something was not decided: a code of any decision, or of one of them.',
    values: Object.fromEntries(
      [...codesOf(model)].map(([code, words]) => [codeName(code), { value: code, description: words }]),
    ),
  });
  return builder.objectRef<Of<'not-decided'>>('NotDecided').implement({
    description: 'It was not decided. The key stands for this answer: decide again under a new one.',
    fields: (t) => ({
      code: t.field({ type: Code, description: 'Why, for programs.', resolve: ({ code }) => code }),
      words: t.exposeString('words', { description: 'Why, and what to do next.' }),
      stands: t.exposeString('stands', { nullable: true, description: 'What stands instead, in plain words.' }),
    }),
  });
}

/** The type of what became of a decision. */
export const decisionOutcomeType = (tools: Tools): UnionRef<Types, DecisionOutcomeShape> =>
  tools.made.once('decision outcome', () => {
    const [Decided, NotDecided] = [decidedType(tools), notDecidedType(tools)];
    const [NotAllowed, KeyReused] = [notAllowedType(tools), keyReusedType(tools)];
    return tools.builder.unionType('DecisionOutcome', {
      description: 'What became of a decision.',
      types: [Decided, NotDecided, NotAllowed, KeyReused],
      resolveType: ({ type }) => {
        switch (type) {
          case 'decided':
            return Decided;
          case 'not-decided':
            return NotDecided;
          case 'not-allowed':
            return NotAllowed;
          case 'key-reused':
            return KeyReused;
        }
      },
    });
  });
