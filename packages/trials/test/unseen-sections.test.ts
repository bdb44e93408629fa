import { personLocation, planPractice, planShared } from '@caseweave/family';
import { expect, test } from 'vitest';
import { wholeForTests } from '../src/whole/whole.ts';
import { Writer } from '../src/whole/writer.ts';

const minutes = 60_000;

const whole = wholeForTests();

test(
  'a school receives no byte of the practice notes and of where a person is, nor a sign that there are any',
  async () => {
    const { api, family } = whole;
    const school = await whole.signInMember('school');
    await school.openFamily(family.name);
    const leading = await Writer.connect(whole, family.lead);

    const practice = await leading.write(planPractice, (draft) => draft.analysis.insert(0, 'CANARYPRACTICE '));
    const location = await leading.write(personLocation, (draft) => (draft.school = 'CANARYLOCATION'));
    await leading.write(planShared, (draft) => draft.actions.add({ what: 'Marker for everyone' }));
    await school.action('Marker for everyone').waitFor();
    const answer = await api.ask(
      family.memberOf('school').id,
      `query ($id: ID!) { family(id: $id) { name sections { id name } plan { story actions { nodes { what } } }
        people { person { id name sections { id name } location { gp school phones } identity { givenName } } } } }`,
      { id: family.id },
    );
    const stored = await school.stored();

    expect(answer).toContain('Marker for everyone');
    expect(stored).toContain('Marker for everyone');
    expect(school.overheard.has('Marker for everyone')).toBe(true);
    const signs = ['CANARYPRACTICE', 'CANARYLOCATION', practice.section, location.section];
    const names = ['plan.practice', 'person.location'];
    expect([...signs, ...names].filter((word) => answer.includes(word))).toEqual([]);
    // Elsewhere this practitioner leads a family, so the names alone are no sign; in rows of these records they would be.
    const ofThese = stored.split('\n').filter((row) => row.includes(family.id) || row.includes(location.record));
    expect(ofThese.filter((row) => names.some((name) => row.includes(name)))).toEqual([]);
    expect(signs.filter((word) => stored.includes(word))).toEqual([]);
    expect(signs.filter((word) => school.overheard.has(word))).toEqual([]);
    // On the wire an id is its sixteen bytes.
    const ids = [practice, location].map(({ section }) => Buffer.from(section, 'base64url'));
    expect(ids.filter((id) => school.overheard.has(id))).toEqual([]);
    leading.close();
    await school.close();
  },
  5 * minutes,
);
