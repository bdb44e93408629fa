import type {
  DeltaInsert,
  Draft,
  DraftRichText,
  DraftRow,
  DraftSet,
  DraftText,
  EditOutcome,
  NewRow,
  Question,
  RichTextView,
  Rows,
  Section,
  SectionSchema,
  View,
} from '@caseweave/record';
import { defineSection, openSection, register, shapeOf } from '@caseweave/record';
import { describe, expectTypeOf, test } from 'vitest';
import * as Y from 'yjs';
import { z } from 'zod';
import { replica, type plan } from './fixtures.ts';

type PlanView = View<typeof plan>;
type PlanDraft = Draft<typeof plan>;
type Action = PlanView['actions'][number];
type Status = 'proposed' | 'agreed' | 'in_progress' | 'done' | 'not_done' | 'no_longer_needed';

describe('views', () => {
  test('every field of a view has the type that its kind and validator give', () => {
    expectTypeOf<PlanView['fullName']>().toEqualTypeOf<string | null>();
    expectTypeOf<PlanView['languages']>().toEqualTypeOf<readonly string[]>();
    expectTypeOf<PlanView['stage']>().toEqualTypeOf<'assessment' | 'plan' | 'closed' | 'stepped_up' | null>();
    expectTypeOf<PlanView['story']>().toEqualTypeOf<RichTextView>();
    expectTypeOf<PlanView['story']['delta']>().toEqualTypeOf<readonly DeltaInsert[]>();
    expectTypeOf<PlanView['minutes']>().toEqualTypeOf<string>();
    expectTypeOf<Action['status']>().toEqualTypeOf<Status | null>();
    expectTypeOf<Action['unshown']>().toEqualTypeOf<readonly string[] | undefined>();
    expectTypeOf<PlanView['unshown']>().toEqualTypeOf<readonly string[] | undefined>();
    expectTypeOf<Action['dueOn']>().toEqualTypeOf<string | null>();
    expectTypeOf<Action['struck']>().toEqualTypeOf<{ readonly why: string } | undefined>();
    expectTypeOf<PlanView['needs'][number]['level']>().toEqualTypeOf<number | null>();
  });

  test('rows are a read-only list with byId, and a position shows in their order alone', () => {
    expectTypeOf<PlanView['actions']>().toExtend<Rows<Action>>();
    expectTypeOf<PlanView['actions']['byId']>().toEqualTypeOf<(id: string) => Action | undefined>();
    expectTypeOf<Action>().not.toHaveProperty('place');
    expectTypeOf<PlanView['actions']>().not.toHaveProperty('push');
  });

  test('members of an entry may be missing from an older one', () => {
    type Entry = PlanView['events'][number];

    expectTypeOf<Entry['occurredOn']>().toEqualTypeOf<string | null>();
    expectTypeOf<Entry['source']>().toEqualTypeOf<string | null>();
    expectTypeOf<Entry['about']>().toEqualTypeOf<readonly string[]>();
  });

  test('a branded validator gives branded values', () => {
    const personId = z.string().brand<'PersonId'>();
    const schema = defineSection({ name: 'x', version: 1, oldestWriter: 1, fields: { lead: register(personId) } });

    expectTypeOf<View<typeof schema>['lead']>().toEqualTypeOf<z.infer<typeof personId> | null>();
  });
});

describe('drafts', () => {
  test('registers and progress are assigned, the others have verbs', () => {
    expectTypeOf<PlanDraft['fullName']>().toEqualTypeOf<string | null>();
    expectTypeOf<PlanDraft['languages']>().toEqualTypeOf<DraftSet<string>>();
    expectTypeOf<PlanDraft['story']>().toEqualTypeOf<DraftRichText>();
    expectTypeOf<PlanDraft['minutes']>().toEqualTypeOf<DraftText>();
    expectTypeOf<ReturnType<PlanDraft['actions']['byId']>['status']>().toEqualTypeOf<Status>();
    expectTypeOf<PlanDraft['minutes']>().not.toHaveProperty('format');
    expectTypeOf<ReturnType<PlanDraft['actions']['byId']>>().toHaveProperty('strike');
    expectTypeOf<ReturnType<PlanDraft['events']['byId']>>().not.toHaveProperty('text');
  });

  test('what cannot be written does not compile', () => {
    const { section } = replica(1);
    section.edit((draft) => {
      // @ts-expect-error a number is no name
      draft.fullName = 7;
      // @ts-expect-error there is no such state
      draft.stage = 'finished';
      // @ts-expect-error a set is not assigned
      draft.languages = ['Twi'];
      // @ts-expect-error there is no such field
      draft.actions.byId('x').invented = 1;
      // @ts-expect-error there is no such field
      draft.actions.add({ invented: 1 });
      // @ts-expect-error a place is given by moving
      draft.actions.add({ place: 'V' });
      // @ts-expect-error an entry says all that it must
      draft.events.append({ text: 'x', about: [] });
    });
    // @ts-expect-error a view is not written in
    const write = (): void => void (section.view().fullName = 'x');
    // @ts-expect-error nor are its rows
    const grow = (): unknown => section.view().actions.push;

    expectTypeOf(write).toBeFunction();
    expectTypeOf(grow).toBeFunction();
  });

  test('a new row may leave out anything', () => {
    type NewAction = Parameters<PlanDraft['actions']['add']>[0];

    expectTypeOf<{ what: string }>().toExtend<NewAction>();
    expectTypeOf<NewAction['owners']>().toEqualTypeOf<Iterable<string> | undefined>();
    expectTypeOf<NewRow<{ what: ReturnType<typeof register<string>> }>['what']>().toEqualTypeOf<
      string | null | undefined
    >();
  });

  test('the result of an edit is what its function gives', () => {
    const { section } = replica(1);

    expectTypeOf(section.edit((draft) => draft.actions.add({ what: 'x' }))).toEqualTypeOf<EditOutcome<string>>();
    expectTypeOf(section.edit(() => {})).toEqualTypeOf<EditOutcome>();
    expectTypeOf(section.settle('x', 1)).toEqualTypeOf<EditOutcome>();
  });

  test('a function over rows of one kind needs no casts', () => {
    const finish = (row: DraftRow<(typeof plan)['fields']['actions']['fields']>): void => {
      row.status = 'done';
    };
    const { section } = replica(1);
    section.edit((draft) => finish(draft.actions.byId(draft.actions.add({ what: 'x' }))));

    expectTypeOf(section.view().actions[0]?.status).toEqualTypeOf<Status | null | undefined>();
  });
});

test('sections of any schema can be kept together', () => {
  const open: Section<SectionSchema>[] = [replica(1).section];

  expectTypeOf(open[0]?.view()).toEqualTypeOf<View<SectionSchema> | undefined>();
  expectTypeOf(open[0]?.questions()).toEqualTypeOf<readonly Question[] | undefined>();
});

test('a validator that takes one type and gives another is typed by what it gives', () => {
  const schema = defineSection({
    name: 'x',
    version: 1,
    oldestWriter: 1,
    fields: { trimmed: register(z.string().trim()), level: register(z.union([z.literal(1), z.literal(2)])) },
  });
  const section = openSection(schema, { doc: new Y.Doc(), now: () => 0, newId: () => 'x', authorOf: () => undefined });

  expectTypeOf(section.view().level).toEqualTypeOf<1 | 2 | null>();
  expectTypeOf(shapeOf(schema).fields).toExtend<Readonly<Record<string, { readonly kind: string }>>>();
});
