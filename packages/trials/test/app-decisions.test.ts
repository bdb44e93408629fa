import { expect, test } from 'vitest';
import { faultsOn } from '../src/whole/accessibility.ts';
import { wholeForTests } from '../src/whole/whole.ts';

const minutes = 60_000;
const whole = wholeForTests();
// A page may be slow; what is waited for comes, however long it takes.
const patient = { timeout: 30_000 };

test(
  'a family is registered and written in offline, says that it is not yet confirmed, and arrives whole',
  async () => {
    const lead = await whole.signInLead();
    const { page } = lead;
    await page.getByRole('link', { name: 'Register a family' }).click();
    await page.getByLabel('Family name').waitFor();
    await lead.switchConnection();
    await page.getByLabel('Family name').fill('Marlowe');
    await page.getByRole('group', { name: 'Person 1' }).getByLabel('Given name').fill('Edith');
    await page.getByRole('group', { name: 'Person 2' }).getByLabel('Given name').fill('Robin');
    await page
      .getByRole('group', { name: 'Person 2' })
      .getByLabel(/^Date of birth/)
      .fill('2019-03-04');
    await page.getByRole('button', { name: 'Register the family' }).click();
    await page.getByRole('heading', { name: 'Marlowe family' }).waitFor();
    await page
      .getByTestId('not-yet-confirmed')
      .getByText(/^The family is registered with 2 people/)
      .waitFor();
    await page.getByRole('button', { name: 'Add a need' }).click();
    await page.getByRole('textbox', { name: 'Name of the need' }).fill('Robin has nobody to play with');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    // The registration, three names and the need: a reload finds what is on the device.
    await expect.poll(() => lead.workStatus.innerText(), patient).toBe('5 changes are on this device');
    const address = page.url();
    await page.reload();
    await page.getByTestId('need').filter({ hasText: 'Robin has nobody to play with' }).waitFor();
    await page.getByRole('link', { name: 'My caseload' }).click();
    await page.getByRole('searchbox').fill('Marlowe');
    const row = page.getByRole('listitem').filter({ hasText: 'Marlowe family' });
    await row.getByText('Not yet confirmed').waitFor();
    expect(await row.innerText()).toContain('Robin Marlowe (7)');

    await lead.switchConnection();
    await expect.poll(() => lead.workStatus.innerText(), patient).toBe('All changes are on the server');
    await row.getByText('Not yet confirmed').waitFor({ state: 'detached' });
    await page.goto(address);
    await page.getByTestId('need').filter({ hasText: 'Robin has nobody to play with' }).waitFor();
    expect(await page.getByTestId('not-yet-confirmed').count()).toBe(0);
    const record = new URL(address).pathname.split('/')[2] ?? '';
    const answer = await whole.api.ask(
      whole.family.lead.id,
      'query ($id: ID!) { family(id: $id) { name people { person { name } } plan { needs { nodes { title } } } } }',
      { id: record },
    );
    for (const words of ['Marlowe', 'Edith Marlowe', 'Robin Marlowe', 'Robin has nobody to play with']) {
      expect(answer).toContain(words);
    }
    await lead.close();
  },
  2 * minutes,
);

test(
  'who is in the team is decided offline too, and a decision that came too late says why',
  async () => {
    const police = whole.family.memberOf('police');
    const takeOut = new RegExp(`^Take out of the team.*${police.name}$`);
    const [lead, officer] = await Promise.all([whole.signInLead(), whole.signInMember('police')]);
    await Promise.all([lead.openFamily(whole.family.name), officer.openFamily(whole.family.name)]);
    const { page } = lead;
    await Promise.all(
      [lead, officer].map((person) => person.page.getByRole('link', { name: 'People', exact: true }).click()),
    );
    await page.getByRole('button', { name: takeOut }).waitFor();
    await lead.switchConnection();
    await page.getByRole('button', { name: takeOut }).click();
    await page.getByTestId('not-yet-confirmed').getByText(`${police.name} leaves the team`).waitFor();
    await page.getByRole('button', { name: takeOut }).waitFor({ state: 'detached' });
    expect(await faultsOn(page)).toEqual([]);

    // Meanwhile the officer leaves of their own accord.
    await officer.page.getByRole('button', { name: /^Leave the team/ }).click();
    await officer.page.getByRole('heading', { name: 'Page not found' }).waitFor();
    await lead.switchConnection();
    await page.getByText('1 change needs attention').waitFor();
    await page.getByRole('link', { name: 'See what to do' }).click();
    const item = page.getByRole('list', { name: 'Changes that need attention' }).getByRole('listitem').first();
    await item.getByText(`${police.name} leaves the team`).waitFor();
    expect(await item.innerText()).toContain('Why: It is so already.');
    expect(await faultsOn(page)).toEqual([]);
    await item.getByRole('button', { name: 'Put away' }).click();
    await page.getByText('Nothing needs your attention.').waitFor();

    // They come back: what was decided is in the history, for all who decide here.
    await page.getByRole('link', { name: 'My caseload' }).click();
    await lead.openFamily(whole.family.name);
    await page.getByRole('link', { name: 'History', exact: true }).click();
    await page.getByRole('heading', { name: 'What was decided' }).waitFor();
    await page.getByText(`${police.name} leaves the team`).first().waitFor();
    await Promise.all([lead.close(), officer.close()]);
  },
  2 * minutes,
);

test(
  'whoever is added to a team has the family in their caseload',
  async () => {
    const lead = await whole.signInLead();
    const { page } = lead;
    await lead.openFamily(whole.family.name);
    await page.getByRole('link', { name: 'People', exact: true }).click();
    await page.getByRole('button', { name: 'Add somebody to the team' }).click();
    const who = page.getByLabel('Who', { exact: true });
    const [, first] = await who.getByRole('option').allInnerTexts();
    const [name = ''] = (first ?? '').split(',');
    await who.selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Add to the team' }).click();
    await page.getByRole('heading', { name, exact: true }).waitFor();
    await expect.poll(() => lead.workStatus.innerText(), patient).toBe('All changes are on the server');

    const practitioner = (await whole.api.practitioners()).find((one) => one.name === name);
    if (practitioner === undefined) throw new Error(`Nobody is called ${name}.`);
    const answer = await whole.api.ask(
      practitioner.id,
      'query ($search: String!) { caseload(search: $search, first: 5) { nodes { id } } }',
      { search: whole.family.name },
    );
    expect(answer).toContain(whole.family.id);
    await lead.close();
  },
  2 * minutes,
);
