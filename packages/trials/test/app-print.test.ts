import { planPractice, planShared } from '@caseweave/family';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { faultsOn, tooWideBy } from '../src/whole/accessibility.ts';
import type { Person } from '../src/whole/person.ts';
import { wholeForTests } from '../src/whole/whole.ts';
import { Writer } from '../src/whole/writer.ts';

const minutes = 60_000;
const whole = wholeForTests();

/** The words of a PDF page by page, with every stretch of space as one. */
async function wordsOf(pdf: Buffer): Promise<readonly string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
  return text.map((page) => page.replaceAll(/\s+/g, ' '));
}

const printed = async ({ page }: Person): Promise<readonly string[]> =>
  wordsOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));

test(
  'a plan is printed in the family’s words: who does what by when, in full, with nothing that is for practitioners',
  async () => {
    const { family } = whole;
    const [lead, health] = await Promise.all([whole.signInLead(), whole.signInMember('health_visiting')]);
    const { page } = lead;
    await Promise.all([lead.openFamily(family.name), health.openFamily(family.name)]);
    const what = 'Ring the housing office about the damp';
    await page.getByRole('button', { name: 'Add an action' }).first().click();
    await page.getByRole('textbox', { name: 'What will be done' }).fill(what);
    await page.keyboard.press('Enter');
    await lead.setStatus(what, 'In progress');
    await lead.setOwner(what, family.lead.name);
    await lead.setDate(what, '2027-01-12');
    // Two dates for one action: a question that is open on paper as well.
    await health.action(what).getByText('12 Jan 2027').waitFor();
    await health.switchConnection();
    await health.setDate(what, '2027-01-20');
    await lead.setDate(what, '2027-01-15');
    await health.switchConnection();
    await page.getByTestId('question-banner').waitFor();
    const writer = await Writer.connect(whole, family.lead);
    await writer.write(planPractice, (draft) => draft.analysis.insert(0, 'PRACTICEONLY '));
    await writer.write(planShared, (draft) => draft.story.insert(0, 'We came here two years ago. '));
    await page.getByText('We came here two years ago.').waitFor();

    await page.getByRole('link', { name: 'Print this plan' }).click();
    await page.getByRole('heading', { name: `${family.name} family: our plan` }).waitFor();
    const pages = await printed(lead);
    const all = pages.join(' ');

    expect(pages.length).toBeGreaterThan(1);
    for (const [index, words] of pages.entries()) {
      expect(words).toContain(`${family.name} family: our plan`);
      expect(words).toContain(`Page ${index + 1} of ${pages.length}`);
    }
    expect(all).toContain('We came here two years ago.');
    expect(all).toMatch(new RegExp(`${what} .*${family.lead.name} 15 January 2027 Started`));
    expect(all).toContain('15 January 2027 from');
    expect(all).toContain('20 January 2027 from');
    expect(all).toContain('Until we settle it, we go by 15 January 2027.');
    for (const heading of ['Who this plan is for', 'Who helps us', 'Our story', 'What we are working on']) {
      expect(all).toContain(heading);
    }
    // No codes, no ids, no short dates, nothing of the screen, nothing that is not for the family.
    const unwanted = [
      /\bSF\d\d\b/,
      /\bLevel \d/i,
      /\b\w+_\w+\b/,
      /\b\d{4}-\d\d-\d\d\b/,
      /\b\d{1,2} (?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec) \d{4}/,
      /PRACTICEONLY/,
      /My caseload|All changes are on the server|Mark as error|Add an action|Print or save/,
      /null|undefined|\[object|somebody else/,
    ];
    expect(unwanted.filter((pattern) => pattern.test(all)).map((pattern) => [pattern, pattern.exec(all)?.[0]])).toEqual(
      [],
    );
    for (const id of [family.id, family.lead.id, ...family.people]) expect(all).not.toContain(id);
    writer.close();
    await Promise.all([lead.close(), health.close()]);
  },
  2 * minutes,
);

test(
  'nobody of whom the family may not know is named on paper, and no hub, though whoever prints it knows them',
  async () => {
    const { api, family } = whole;
    const answer = await api.ask(
      family.lead.id,
      'mutation ($family: ID!) { joinTeam(key: "adviser", family: $family, principal: "idva-1") { __typename } }',
      { family: family.id },
    );
    expect(answer).toContain('"Decided"');
    const lead = await whole.signInLead();
    const { page } = lead;
    await lead.openFamily(family.name);
    await page.getByRole('link', { name: 'People', exact: true }).click();
    await page.getByText('Laura Fenn').first().waitFor();
    await page.getByRole('link', { name: 'Print this plan' }).click();
    await page.getByRole('heading', { name: `${family.name} family: our plan` }).waitFor();
    const all = (await printed(lead)).join(' ');
    expect(all).toContain(family.lead.name);
    expect(all).not.toMatch(/Laura|Fenn|Rowan Haven|domestic|Bilsbrook/i);
    await lead.close();
  },
  minutes,
);

test.each([1280, 320])(
  'the page to print from has no accessibility fault that axe finds and fits, at a width of %i',
  async (width) => {
    const lead = await whole.signInLead();
    const { page } = lead;
    await page.setViewportSize({ width, height: 900 });
    await lead.openFamily(whole.family.name);
    await page.getByRole('link', { name: 'Print this plan' }).click();
    await page.getByRole('heading', { name: /our plan$/ }).waitFor();
    expect(await faultsOn(page)).toEqual([]);
    expect(await tooWideBy(page)).toBeLessThanOrEqual(0);
    await lead.close();
  },
  minutes,
);
