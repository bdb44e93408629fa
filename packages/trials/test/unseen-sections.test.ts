import { personLocation, planPractice, planShared } from '@caseweave/family';
import { entityIds, openSection, type Draft, type SectionSchema } from '@caseweave/record';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { WireDevice } from '../src/real-typing/wire-device.ts';
import { wholeForTests } from '../src/whole/whole.ts';

const minutes = 60_000;
const newId = entityIds((length) => crypto.getRandomValues(new Uint8Array(length)));

const whole = wholeForTests();

test(
  'a school receives no byte of the practice notes and of where a person is, nor a sign that there are any',
  async () => {
    const { server, api, family } = whole;
    const school = await whole.signInMember('school');
    await school.openFamily(family.name);
    const leading = await WireDevice.connect(
      `${server.url.replace('http', 'ws')}/sync`,
      await api.token(family.lead.id),
    );
    const records: readonly string[] = [family.id, ...family.people];
    const about = (name: string) =>
      leading.sections.find(
        (section) => section.name === name && records.includes(section.record) && section.acts.write,
      );
    const write = async <Schema extends SectionSchema>(schema: Schema, change: (draft: Draft<Schema>) => unknown) => {
      const header = about(schema.name);
      if (header === undefined) throw new Error(`The lead may not write in ${schema.name}.`);
      const doc = new Y.Doc();
      doc.clientID = leading.client;
      Y.applyUpdate(doc, await leading.device.state(header.section));
      const section = openSection(schema, { doc, now: Date.now, newId, authorOf: () => undefined });
      const written = new Promise<Uint8Array>((update) => doc.once('update', update));
      const outcome = section.edit(change);
      if (outcome.type !== 'edited') throw new Error(`Not written: ${JSON.stringify(outcome)}`);
      await leading.device.push(header.section, header.epoch, await written);
      return header;
    };

    const practice = await write(planPractice, (draft) => draft.analysis.insert(0, 'CANARYPRACTICE '));
    const location = await write(personLocation, (draft) => (draft.school = 'CANARYLOCATION'));
    await write(planShared, (draft) => draft.actions.add({ what: 'Marker for everyone' }));
    await school.action('Marker for everyone').waitFor();
    const answer = await api.ask(
      family.memberOf('school').id,
      `query ($id: ID!) { family(id: $id) { name sections { id name } plan { story actions { what } }
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
    leading.device.close();
    await school.close();
  },
  5 * minutes,
);
