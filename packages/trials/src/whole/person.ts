import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

/** Who signs in, as the demonstration lists them. */
export interface Practitioner {
  readonly id: string;
  readonly name: string;
  readonly agency: string;
  readonly role: string;
}

/** All that crossed one person's wire, and what their browser wrote down, to look for words in. */
class Overheard {
  readonly #pieces: Buffer[] = [];

  listen(page: Page): void {
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => this.#pieces.push(Buffer.from(payload)));
    });
    page.on('response', (response) => {
      // The app's own code names every kind of section there can be; what counts is what the server answers.
      if (!['fetch', 'xhr'].includes(response.request().resourceType())) return;
      void response.body().then(
        (body) => this.#pieces.push(body),
        // An answer without a body: a redirect, or one that was called off.
        () => undefined,
      );
    });
  }

  has(word: string | Buffer): boolean {
    return this.#pieces.some((piece) => piece.includes(word));
  }
}

/** How a practitioner's browser window is set. */
export const window = { locale: 'en-GB', viewport: { width: 1280, height: 900 } } as const;

/** One practitioner at a browser of their own. */
export class Person {
  readonly page: Page;
  readonly overheard = new Overheard();
  readonly #context: BrowserContext;

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.page = page;
    this.overheard.listen(page);
  }

  /** Opens a browser window of their own and signs in. */
  static async signIn(browser: Browser, url: string, who: Practitioner): Promise<Person> {
    const context = await browser.newContext({ baseURL: url, ...window });
    const person = await Person.at(context);
    await person.signInAs(who);
    return person;
  }

  /** Sits down at a browser as it was left. */
  static async at(context: BrowserContext): Promise<Person> {
    return new Person(context, await context.newPage());
  }

  /** Chooses who they are. */
  async signInAs({ name }: Practitioner): Promise<void> {
    const { page } = this;
    await page.goto('/');
    await page.getByRole('searchbox').fill(name);
    await page.getByRole('button', { name }).first().click();
    await page.getByRole('heading', { name: 'My caseload' }).waitFor();
  }

  /** Goes to a family's plan. */
  async openFamily(family: string): Promise<void> {
    await this.page.getByRole('link', { name: family }).first().click();
    await this.story.waitFor();
  }

  get story(): Locator {
    return this.page.getByRole('textbox', { name: 'Family story' });
  }

  get workStatus(): Locator {
    return this.page.getByTestId('work-status');
  }

  /** The row of an action, by what it says. */
  action(what: string): Locator {
    return this.page.getByTestId('action').filter({ hasText: what });
  }

  /** Writes at the end of the story. */
  async writeInStory(words: string): Promise<void> {
    await this.story.click();
    await this.page.keyboard.press('Control+End');
    await this.page.keyboard.type(words);
  }

  /** Gives an action another date. */
  async setDate(what: string, day: string): Promise<void> {
    await this.action(what)
      .getByRole('button', { name: /^Change by when/ })
      .click();
    const input = this.action(what).locator('input[type=date]');
    await input.fill(day);
    await input.press('Enter');
  }

  /** Gives an action another status. */
  async setStatus(what: string, words: string): Promise<void> {
    await this.action(what)
      .getByRole('button', { name: /^Change status/ })
      .click();
    const select = this.action(what).getByRole('combobox');
    await select.selectOption({ label: words });
    await select.press('Enter');
  }

  /** Gives an action to somebody. */
  async setOwner(what: string, name: string): Promise<void> {
    await this.action(what)
      .getByRole('button', { name: /^Change who/ })
      .click();
    await this.action(what).getByRole('checkbox', { name, exact: true }).check();
    await this.action(what).getByRole('button', { name: 'Done', exact: true }).click();
  }

  /** Turns the offline switch. */
  async switchConnection(): Promise<void> {
    await this.page.locator('.app-user__button').click();
    await this.page.getByRole('switch', { name: 'Work offline' }).click();
    await this.page.keyboard.press('Escape');
  }

  /** Everything in this browser's stores, as text. */
  stored(): Promise<string> {
    return this.page.evaluate(async () => {
      const found: string[] = [localStorage, sessionStorage].map((storage) => JSON.stringify(storage));
      const asText = (value: unknown): string => {
        if (value instanceof Uint8Array) return new TextDecoder('utf-8', { fatal: false }).decode(value);
        if (value instanceof ArrayBuffer) return asText(new Uint8Array(value));
        if (typeof value === 'object' && value !== null)
          return Object.entries(value)
            .flatMap(([key, part]) => [key, asText(part)])
            .join(' ');
        return String(value);
      };
      for (const { name = '' } of await indexedDB.databases()) {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open(name);
          request.addEventListener('success', () => resolve(request.result));
          request.addEventListener('error', () => reject(new Error('not opened')));
        });
        for (const store of database.objectStoreNames) {
          const rows = await new Promise<unknown[]>((resolve, reject) => {
            const request = database.transaction(store).objectStore(store).getAll();
            request.addEventListener('success', () => resolve(request.result));
            request.addEventListener('error', () => reject(new Error('not read')));
          });
          found.push(...rows.map(asText));
        }
        database.close();
      }
      return found.join('\n');
    });
  }

  async close(): Promise<void> {
    await this.#context.close();
  }
}
