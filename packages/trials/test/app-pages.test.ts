import { expect, test } from 'vitest';
import { faultsOn, tooWideBy } from '../src/whole/accessibility.ts';
import type { Person } from '../src/whole/person.ts';
import { wholeForTests } from '../src/whole/whole.ts';

const minutes = 60_000;

const whole = wholeForTests();

test.each([1280, 320])(
  'no page has an accessibility fault that axe finds, or scrolls sideways, at a width of %i',
  async (width) => {
    const asked: string[] = [];
    const lead = await whole.signInLead();
    const { page } = lead;
    page.on('request', (request) => asked.push(new URL(request.url()).host));
    await page.setViewportSize({ width, height: 900 });
    const check = async () => {
      expect(await faultsOn(page)).toEqual([]);
      expect(await tooWideBy(page)).toBeLessThanOrEqual(0);
    };
    await page.getByRole('link', { name: whole.family.name }).first().waitFor();
    await check();
    await lead.openFamily(whole.family.name);
    await check();
    await page
      .getByRole('button', { name: /^Change who,/ })
      .first()
      .click();
    await page.getByRole('group', { name: /^who,/ }).first().waitFor();
    await check();
    await page.keyboard.press('Escape');
    for (const tab of [
      'Chronology',
      'Reviews and scores',
      'Family’s words',
      'Practice',
      'Notes',
      'People',
      'History',
    ]) {
      await page.getByRole('link', { name: tab, exact: true }).click();
      await page
        .getByRole('link', { name: tab, exact: true, includeHidden: false })
        .and(page.locator('[aria-current=page]'))
        .waitFor();
      if (tab === 'People') {
        await page
          .getByRole('button', { name: /^Open details/ })
          .first()
          .click();
        await page.getByRole('button', { name: /^Change given name/ }).waitFor();
        await page.getByRole('button', { name: 'Add a relationship' }).click();
      }
      if (tab === 'Reviews and scores') await page.getByRole('button', { name: 'Add a score' }).click();
      await check();
    }
    await page.goto('/register');
    await page.getByRole('group', { name: 'Person 1' }).waitFor();
    await check();
    await page.goto('/attention');
    await page.getByRole('heading', { name: 'Changes that need attention' }).waitFor();
    await check();
    await page.goto('/nowhere');
    await page.getByRole('heading', { name: 'Page not found' }).waitFor();
    await check();
    // Nothing is asked of anybody else's server.
    expect([...new Set(asked)]).toEqual([new URL(whole.server.url).host]);
    await lead.close();
  },
  2 * minutes,
);

test(
  'the sign-in page has no accessibility fault that axe finds, and finds people by role and agency',
  async () => {
    const context = await whole.browser.newContext({ viewport: { width: 320, height: 900 } });
    const page = await context.newPage();
    await page.goto(whole.server.url);
    await page.getByRole('searchbox').fill('police');
    await page.getByText(/^\d+ of \d+ people$/).waitFor();
    expect(await faultsOn(page)).toEqual([]);
    expect(await tooWideBy(page)).toBeLessThanOrEqual(0);
    await context.close();
  },
  minutes,
);

test(
  'an action is added, dated and finished by keyboard alone, and Escape takes back what was typed',
  async () => {
    const lead = await whole.signInLead();
    const { page } = lead;
    await lead.openFamily(whole.family.name);
    const { keyboard } = page;
    const focused = () => page.evaluate<string>('document.activeElement?.textContent ?? ""');

    await page.getByRole('button', { name: 'Add an action' }).first().focus();
    await keyboard.press('Enter');
    await keyboard.type('Walk the new way to school');
    await keyboard.press('Enter');
    await keyboard.press('Escape');
    const row = lead.action('Walk the new way to school');
    await row.waitFor();

    const date = row.getByRole('button', { name: /^Change by when/ });
    await date.focus();
    await keyboard.press('Enter');
    await row.locator('input[type=date]').fill('2027-02-01');
    await keyboard.press('Escape');
    await row.getByText('Add a date').waitFor();
    expect(await focused()).toContain('Add a date');
    await keyboard.press('Enter');
    await row.locator('input[type=date]').fill('2027-02-02');
    await keyboard.press('Enter');
    await row.getByText('2 Feb 2027').waitFor();
    expect(await focused()).toContain('2 Feb 2027');

    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await row.getByRole('combobox').selectOption({ label: 'Done' });
    await keyboard.press('Enter');
    await row.getByText('Done', { exact: true }).waitFor();
    await page.getByText('All changes are on the server').waitFor();

    // Who and when are there for those who come by keyboard.
    await row.getByRole('button', { name: /^Change status/ }).focus();
    expect(await row.getByRole('tooltip').innerText()).toContain(await nameOf(lead));
    await lead.close();
  },
  minutes,
);

test(
  'a row that is struck with a reason is gone for everybody',
  async () => {
    const [lead, school] = await Promise.all([whole.signInLead(), whole.signInMember('school')]);
    await Promise.all([lead.openFamily(whole.family.name), school.openFamily(whole.family.name)]);
    await lead.page.getByRole('button', { name: 'Add an action' }).last().click();
    await lead.page.getByRole('textbox', { name: 'What will be done' }).fill('Meant for another family');
    await lead.page.keyboard.press('Enter');
    await school.action('Meant for another family').waitFor();
    await lead.page.getByRole('button', { name: /^Mark as error.*Meant for another family$/ }).click();
    await lead.page.getByRole('textbox', { name: /^Why was the action/ }).fill('Wrong family');
    await lead.page.keyboard.press('Enter');
    await school.action('Meant for another family').waitFor({ state: 'detached' });
    expect(await lead.action('Meant for another family').count()).toBe(0);
    await Promise.all([lead.close(), school.close()]);
  },
  minutes,
);

test(
  'signing out asks first when work is on this device alone, and a row says that it waits',
  async () => {
    const lead = await whole.signInLead();
    const { page } = lead;
    await lead.openFamily(whole.family.name);
    await lead.switchConnection();
    await page.getByRole('button', { name: 'Add a strength' }).click();
    await page.getByRole('textbox', { name: 'What goes well' }).fill('They laugh a lot');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.getByRole('listitem').filter({ hasText: 'They laugh a lot' }).getByTestId('waiting-mark').waitFor();
    await page.locator('.app-user__button').click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('Signing out now throws it away.').waitFor();
    await page.getByRole('button', { name: 'Stay signed in' }).click();
    await page.getByRole('switch', { name: 'Work offline' }).click();
    await page.getByText('All changes are on the server').waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in to the demonstration' }).waitFor();
    // Nothing of the caseload is left on the device.
    expect(await lead.stored()).not.toContain('They laugh a lot');
    await lead.close();
  },
  minutes,
);

test(
  'a second tab says that it reads along, shows what the first writes, and takes over when the first is closed',
  async () => {
    const lead = await whole.signInLead();
    await lead.openFamily(whole.family.name);
    const second = await lead.page.context().newPage();
    await second.goto('/');
    await second.getByRole('searchbox').fill(await nameOf(lead));
    await second
      .getByRole('button', { name: await nameOf(lead) })
      .first()
      .click();
    await second.getByTestId('tab-notice').waitFor();
    await second.getByRole('link', { name: whole.family.name }).first().click();
    await second.getByRole('heading', { name: 'Needs, outcomes and actions' }).waitFor();
    expect(await second.getByRole('button', { name: 'Add an action' }).count()).toBe(0);
    await lead.page.getByRole('button', { name: 'Add a strength' }).click();
    await lead.page.getByRole('textbox', { name: 'What goes well' }).fill('Seen in both tabs');
    await lead.page.keyboard.press('Enter');
    await second.getByText('Seen in both tabs').waitFor();
    await lead.page.close();
    await second.getByTestId('tab-notice').waitFor({ state: 'detached' });
    await second.getByRole('button', { name: 'Add an action' }).first().waitFor();
    await second.close();
    await lead.close();
  },
  minutes,
);

const nameOf = (person: Person): Promise<string> => person.page.locator('.app-user__name').innerText();
