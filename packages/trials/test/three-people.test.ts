import { expect, test } from 'vitest';
import type { Person } from '../src/whole/person.ts';
import { wholeForTests } from '../src/whole/whole.ts';

const minutes = 60_000;
const form = 'Ask about the walking bus';

const whole = wholeForTests();

test(
  'three practitioners of different agencies edit one plan, one of them offline, over a killed server, and agree at the end',
  async () => {
    const { server, family } = whole;
    const [leading, health, school] = await Promise.all([
      whole.signInLead(),
      whole.signInMember('health_visiting'),
      whole.signInMember('school'),
    ]);
    const all = [leading, health, school];
    await Promise.all(all.map((person) => person.openFamily(family.name)));

    // An action that all three work on.
    await leading.page.getByRole('button', { name: 'Add an action' }).first().click();
    await leading.page.getByRole('textbox', { name: 'What will be done' }).fill(form);
    await leading.page.keyboard.press('Enter');
    await leading.setDate(form, '2027-01-12');
    await Promise.all(all.map((person) => person.action(form).getByText('12 Jan 2027').waitFor()));

    // The health visitor works offline, and reloads while offline; the lead gives another date meanwhile.
    await health.switchConnection();
    await expect.poll(() => health.page.getByTestId('connection-status').innerText()).toMatch(/^Offline since/);
    await health.writeInStory(' Written in the kitchen without a signal.');
    await health.setDate(form, '2027-01-20');
    await health.setStatus(form, 'In progress');
    await leading.setDate(form, '2027-01-15');
    await school.action(form).getByText('15 Jan 2027').waitFor();
    await health.page.reload();
    await health.action(form).getByText('20 Jan 2027').waitFor();
    await expect.poll(() => health.workStatus.innerText()).toMatch(/on this device/);
    await health.switchConnection();

    // Everyone sees both dates, the earlier of which stands.
    const asked = (person: Person) => person.action(form).getByRole('group', { name: /^Question/ });
    await Promise.all(all.map((person) => asked(person).waitFor()));
    for (const person of all) {
      const question = await asked(person).innerText();
      expect(question).toContain('15 January 2027');
      expect(question).toContain('20 January 2027');
      await person.action(form).getByText('In progress').first().waitFor();
    }

    // The server dies while they type, and comes back.
    const typing = Promise.all([
      leading.writeInStory(' The lead was typing all the while, word after word.'),
      school.writeInStory(' The school was typing as well, letter by letter.'),
    ]);
    await server.kill();
    await typing;
    await server.startAgain();
    for (const person of all) {
      await expect
        .poll(() => person.workStatus.innerText(), { timeout: minutes })
        .toMatch(/All changes are on the server/);
    }

    // One click settles the question for all.
    await asked(school)
      .getByRole('button', { name: /^Keep 20 January 2027/ })
      .click();
    for (const person of all) {
      await asked(person).waitFor({ state: 'detached' });
      await person.action(form).getByText('20 Jan 2027').waitFor();
    }

    // Nothing is lost, nothing is doubled, and all see the same.
    const storyOf = (person: Person) => person.story.innerText();
    await expect.poll(() => storyOf(leading)).toContain('letter by letter');
    await expect.poll(async () => new Set(await Promise.all(all.map(storyOf))).size).toBe(1);
    const story = await storyOf(leading);
    const written = ['Written in the kitchen without a signal.', 'word after word.', 'letter by letter.'];
    expect(written.map((words) => occurrences(story, words))).toEqual([1, 1, 1]);
    await Promise.all(all.map((person) => person.close()));
  },
  5 * minutes,
);

const occurrences = (text: string, words: string): number => text.split(words).length - 1;
