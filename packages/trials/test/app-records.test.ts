import { planShared } from '@caseweave/family';
import { collection, defineSection, progress } from '@caseweave/record';
import { expect, test } from 'vitest';
import { wholeForTests } from '../src/whole/whole.ts';
import { Writer } from '../src/whole/writer.ts';

const minutes = 60_000;
const whole = wholeForTests();

test(
  'a question is settled by an answer that nobody had given, and everybody reads who settled it',
  async () => {
    const [lead, health] = await Promise.all([whole.signInLead(), whole.signInMember('health_visiting')]);
    const what = 'Take the pushchair to be mended';
    await Promise.all([lead.openFamily(whole.family.name), health.openFamily(whole.family.name)]);
    await lead.page.getByRole('button', { name: 'Add an action' }).first().click();
    await lead.page.getByRole('textbox', { name: 'What will be done' }).fill(what);
    await lead.page.keyboard.press('Enter');
    await health.action(what).waitFor();
    await health.switchConnection();
    await health.setDate(what, '2027-02-20');
    await lead.setDate(what, '2027-02-15');
    await health.switchConnection();
    const asked = lead.action(what).getByRole('group', { name: /^Question/ });
    await asked.waitFor();
    await lead.page.getByRole('link', { name: 'My caseload' }).click();
    const listed = lead.page.getByRole('listitem').filter({ hasText: `${whole.family.name} family` });
    // The demonstration has a question of its own.
    await listed.getByText('2 questions for the team').waitFor();
    await lead.page.getByRole('checkbox', { name: 'Questions for the team' }).check();
    await lead.page.getByText(/^\d+ of \d+ families$/).waitFor();
    await lead.openFamily(whole.family.name);

    await asked.getByRole('button', { name: /^Give another answer/ }).click();
    await asked.getByLabel(/^Another answer/).fill('2027-02-18');
    await asked.getByRole('button', { name: 'Settle it so' }).click();

    for (const person of [lead, health]) {
      await person.action(what).getByText('18 Feb 2027').waitFor();
      await person
        .action(what)
        .getByText(new RegExp(`^Settled by ${whole.family.lead.name}.*today at`))
        .waitFor();
      expect(
        await person
          .action(what)
          .getByRole('group', { name: /^Question/ })
          .count(),
      ).toBe(0);
    }
    await Promise.all([lead.close(), health.close()]);
  },
  2 * minutes,
);

test(
  'a score, a relationship and who somebody is are written in the app and reach others',
  async () => {
    const [lead, health] = await Promise.all([whole.signInLead(), whole.signInMember('health_visiting')]);
    await Promise.all([lead.openFamily(whole.family.name), health.openFamily(whole.family.name)]);
    const { page } = lead;
    const goTo = (tab: string) =>
      Promise.all([lead, health].map((person) => person.page.getByRole('link', { name: tab, exact: true }).click()));

    await goTo('Reviews and scores');
    await page.getByRole('button', { name: 'Add a score' }).click();
    await page.getByLabel('Scale', { exact: true }).selectOption({ label: 'How confident, 1 to 5' });
    await page.getByLabel('Score, 1 to 5').fill('9');
    await page.getByRole('button', { name: 'Add score', exact: true }).click();
    await page.getByText('Give a score from 1 to 5.').waitFor();
    await page.getByLabel('Score, 1 to 5').fill('4');
    await page.getByLabel('In the role of').selectOption({ label: 'Lead practitioner' });
    await page.getByLabel('Why, in their words').fill('The mornings go well now.');
    await page.getByRole('button', { name: 'Add score', exact: true }).click();
    const row = health.page.getByRole('row').filter({ hasText: 'The mornings go well now.' });
    await row.waitFor();
    expect(await row.innerText()).toContain(whole.family.lead.name);

    await goTo('People');
    await page.getByRole('button', { name: 'Add a relationship' }).click();
    await page.getByLabel('is', { exact: true }).selectOption({ label: 'Half-brother or half-sister of' });
    await page.getByRole('button', { name: 'Add relationship', exact: true }).click();
    await health.page.getByRole('listitem').filter({ hasText: 'Half-brother or half-sister of' }).first().waitFor();
    await page
      .getByRole('button', { name: /^Open details/ })
      .first()
      .click();
    await page.getByRole('button', { name: /^Change known as/ }).click();
    await page.getByRole('textbox', { name: /^known as/ }).fill('Sunny');
    await page.keyboard.press('Enter');
    await health.page.getByRole('heading', { name: /^Sunny/ }).waitFor();
    // The health visitor reads who somebody is, and does not change it.
    await health.page
      .getByRole('button', { name: /^Open details/ })
      .first()
      .click();
    await health.page.getByText('Given name', { exact: true }).waitFor();
    expect(await health.page.getByRole('button', { name: /^Change given name/ }).count()).toBe(0);
    await Promise.all([lead.close(), health.close()]);
  },
  2 * minutes,
);

test(
  'notes stay with the agency, and practice thinking with those who may read it: others have no such tab',
  async () => {
    const [lead, school] = await Promise.all([whole.signInLead(), whole.signInMember('school')]);
    await Promise.all([lead.openFamily(whole.family.name), school.openFamily(whole.family.name)]);
    const { page } = school;
    expect(await page.getByRole('link', { name: 'Practice', exact: true }).count()).toBe(0);
    await page.getByRole('link', { name: 'Notes', exact: true }).click();
    await page.getByRole('textbox', { name: 'Note' }).fill('Came in smiling, with breakfast in him.');
    await page.getByRole('button', { name: 'Add note' }).click();
    await page.getByRole('listitem').filter({ hasText: 'Came in smiling' }).waitFor();

    await lead.page.getByRole('link', { name: 'Notes', exact: true }).click();
    await lead.page.getByRole('heading', { name: 'Notes', exact: true }).waitFor();
    expect(await lead.page.getByText('Came in smiling').count()).toBe(0);
    await lead.page.getByRole('link', { name: 'Practice', exact: true }).click();
    await lead.page.getByRole('button', { name: 'Add a worry' }).click();
    await lead.page.getByRole('textbox', { name: 'What we are worried about' }).fill('WORRYONLYHERE');
    await lead.page.keyboard.press('Enter');
    await lead.page.getByRole('button', { name: 'Change worry, WORRYONLYHERE:' }).waitFor();
    await expect.poll(() => lead.workStatus.innerText()).toBe('All changes are on the server');
    expect(school.overheard.has('WORRYONLYHERE')).toBe(false);
    expect(lead.overheard.has('Came in smiling')).toBe(false);
    await Promise.all([lead.close(), school.close()]);
  },
  2 * minutes,
);

test(
  'the usual keys take back what one did, with words, and leave what others did since',
  async () => {
    const [lead, health] = await Promise.all([whole.signInLead(), whole.signInMember('health_visiting')]);
    const { page } = lead;
    const what = 'Borrow a bicycle helmet';
    await Promise.all([lead.openFamily(whole.family.name), health.openFamily(whole.family.name)]);
    await page.getByRole('button', { name: 'Add an action' }).first().click();
    await page.getByRole('textbox', { name: 'What will be done' }).fill(what);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await lead.setDate(what, '2027-03-01');
    await lead.setDate(what, '2027-03-09');
    await health.action(what).getByText('9 Mar 2027').waitFor();

    await page.keyboard.press('Control+z');
    await page.getByTestId('taken-back').getByText(`Took back: by when of ${what}.`).waitFor();
    await health.action(what).getByText('1 Mar 2027').waitFor();
    await page.getByRole('button', { name: 'Do it again' }).click();
    await health.action(what).getByText('9 Mar 2027').waitFor();

    await health.setDate(what, '2027-03-20');
    await lead.action(what).getByText('20 Mar 2027').waitFor();
    await lead
      .action(what)
      .getByRole('button', { name: /^Change by when/ })
      .focus();
    await page.keyboard.press('Control+z');
    await page
      .getByTestId('taken-back')
      .getByText(/^Not taken back/)
      .waitFor();
    expect(await lead.action(what).innerText()).toContain('20 Mar 2027');

    // What was another's is not silently one's own once it is back.
    await lead.setDate(what, '2027-03-25');
    await health.action(what).getByText('25 Mar 2027').waitFor();
    await page.keyboard.press('Control+z');
    await lead.action(what).getByText('20 Mar 2027').waitFor();
    await health.action(what).getByText('20 Mar 2027').waitFor();
    await health
      .action(what)
      .getByRole('button', { name: /^Change by when/ })
      .focus();
    const by = await health.action(what).getByRole('tooltip').innerText();
    expect(by).toContain(`Restored by ${whole.family.lead.name}`);
    expect(by).toContain(`first written by ${whole.family.memberOf('health_visiting').name}`);
    await Promise.all([lead.close(), health.close()]);
  },
  2 * minutes,
);

test(
  'a state that only a later version of the app knows is never shown as the first one: the page says what to do',
  async () => {
    const { actions } = planShared.fields;
    const later = defineSection({
      ...planShared,
      version: planShared.version + 1,
      upgrades: {},
      fields: {
        ...planShared.fields,
        actions: collection({ ...actions.fields, status: progress([...actions.fields.status.steps, 'handed_on']) }),
      },
    });
    const what = 'Fetch the school uniform';
    const [lead, writer] = await Promise.all([whole.signInLead(), Writer.connect(whole, whole.family.lead)]);
    await lead.openFamily(whole.family.name);
    await writer.write(later, (draft) => draft.actions.add({ what, status: 'handed_on' }));

    const action = lead.action(what);
    await action
      .getByText('There is something here that this version of the app cannot show. Load the app again.')
      .waitFor();
    expect(await action.innerText()).toContain('Not shown here');
    expect(await action.innerText()).not.toContain('Proposed');
    writer.close();
    await lead.close();
  },
  2 * minutes,
);
