import { graphqlSchema, printedSchema } from '@caseweave/graphql';
import {
  codeList,
  coded,
  defineModel,
  line,
  ModelError,
  sectionOf,
  type AnySectionPart,
  type Model,
} from '@caseweave/model';
import { collection, defineSection, extendSection, log, register, setOf, type SectionFields } from '@caseweave/record';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { job } from './repairs/job.ts';
import { home } from './repairs/home.ts';
import { plan } from './repairs/plan.ts';
import { staff } from './repairs/staff.ts';

const rights = { tenant: 'read', contractor: 'write', officer: 'write' } as const;

const sectionWith = (name: string, title: string, fields: SectionFields): AnySectionPart =>
  sectionOf(job, defineSection({ name, version: 1, oldestWriter: 1, fields }), {
    title,
    about: 'What a test puts here.',
    rights,
  }) as AnySectionPart;

const modelWith = (...sections: readonly AnySectionPart[]): Model =>
  defineModel({
    name: 'named',
    version: 1,
    title: 'Named',
    who: { schema: staff, keys: () => [], organisation: null },
    units: { firm: { title: 'Firm', about: 'A firm that repairs homes.' } },
    kinds: [job, home],
    sections,
    decisions: [],
  });

const printed = (...sections: readonly AnySectionPart[]): string =>
  printedSchema(graphqlSchema({ model: modelWith(...sections) }));

test('[G34] of two sections or rows with one name the first keeps it, and the other has its kind or section before it', () => {
  const text = printed(
    sectionWith('job.one', 'Bill', { items: collection({ what: register(line()) }, { label: 'Item' }) }),
    sectionWith('job.two', 'Item', { items: log({ what: register(line()) }, { label: 'Bill' }) }),
  );

  expect(text).toMatch(/^type Bill \{$/m);
  expect(text).toMatch(/^type Item \{$/m);
  expect(text).toMatch(/^type BillItem \{$/m);
  expect(text).toMatch(/^type ItemBill \{$/m);
  expect(text).toContain('addBillItem(');
  expect(text).toContain('addItemBill(');
});

test('[G34] no name of a model takes one that every schema has', () => {
  const text = printed(
    sectionWith('job.one', 'Section', { claims: collection({ what: register(line()) }, { label: 'Claim' }) }),
  );

  expect(text).toMatch(/^type RepairSection \{$/m);
  expect(text).toMatch(/^type SectionClaim \{$/m);
});

test('[G34] what cannot be named is told all together, by where it is', () => {
  const bad = (): unknown =>
    graphqlSchema({
      model: modelWith(
        sectionWith('job.one', '?', { at: register(line()) }),
        sectionWith('job.two', 'Tenant', { questions: register(line()) }),
        sectionWith('job.three', 'Three', { events: log({ author: register(line()) }, { label: 'Event' }) }),
      ),
    });

  expect(bad).toThrow(ModelError);
  expect(bad).toThrow('sections.job.one.title: gives no name for the API.');
  expect(bad).toThrow('sections.job.two.title: is called tenant in the API, as kinds.job.seen.shape.tenant is.');
  expect(bad).toThrow(
    'sections.job.two.fields.questions: is called questions in the API, as what every schema has is.',
  );
  expect(bad).toThrow('sections.job.three.fields.events.author: is called author in the API');
});

test('[G34] fields that somebody adds to a section have the name of the extension before theirs', () => {
  const extended = extendSection(plan, {
    name: 'leeds',
    version: 1,
    oldestWriter: 1,
    fields: { budgetCode: register(line(), { label: 'Budget code' }) },
    rows: { steps: { cost: register(line(), { label: 'Cost' }) } },
  });
  const text = printed(
    sectionOf(job, extended, { title: 'Plan', about: 'What is to be done.', rights }) as AnySectionPart,
  );

  expect(text).toMatch(/^ {2}leeds_budgetCode: String$/m);
  expect(text.match(/^ {2}leeds_cost: String$/gm)).toHaveLength(3);
});

test('[G34] what does not say what it holds is left out; an entry asks for all that it may not leave out', () => {
  const hue = codeList('hue', 'local', { red: 'Red', blue: 'Blue' });
  const text = printed(
    sectionWith('job.one', 'Paint', {
      unsaid: register(z.string()),
      coats: log({ hues: setOf(coded(hue)), by: register(line()) }, { label: 'Coat' }),
    }),
  );

  expect(text).not.toContain('unsaid');
  expect(text).toMatch(/input NewCoat \{\n {2}"""“By”: a line of 200 characters at most\."""\n {2}by: String!\n/);
  expect(text).toMatch(/hues: \[Hue!\]\n/);
});
