import { personIdentity, planShared } from '@caseweave/family';
import { expect, test } from 'vitest';
import { Field } from '../src/fields/field.tsx';

test('a field is named by where it stands, and one of a row with the row', () => {
  const shown = [
    <Field key="1" of={planShared} at="needs.level" row="r1" />,
    <Field key="2" of={planShared} at="nextReviewOn" />,
    <Field key="3" of={personIdentity} at="disabilities" name="Tobi" />,
  ];

  expect(shown.length).toBe(3);
});

test('a place that there is none of, a row that is missing and one too many do not compile', () => {
  const wrong = [
    // @ts-expect-error There is no such field.
    <Field key="1" of={planShared} at="needs.levels" row="r1" />,
    // @ts-expect-error A field of a row needs its id.
    <Field key="2" of={planShared} at="needs.level" />,
    // @ts-expect-error A field of the section is of no row.
    <Field key="3" of={planShared} at="nextReviewOn" row="r1" />,
    // @ts-expect-error Rows are no field.
    <Field key="4" of={planShared} at="needs" />,
    // @ts-expect-error A place among rows is shown in their order alone.
    <Field key="5" of={planShared} at="needs.place" row="r1" />,
    // @ts-expect-error The field is of another section.
    <Field key="6" of={personIdentity} at="needs.level" row="r1" />,
  ];

  expect(wrong.length).toBe(6);
});
