/** A file of the app as it was built. */
export interface BuiltFile {
  /** Its path on the server, such as `/assets/index-4f2a.js`. */
  readonly path: string;
  /** The SHA-256 of its bytes, for a file whose name does not say what is in it. */
  readonly hash: string | null;
}

const prefix = 'caseweave-app ';

/** The files of one version of the app, kept by the browser for use without the server. */
export class KeptFiles {
  readonly #name: string;
  readonly #files: readonly BuiltFile[];

  constructor(version: string, files: readonly BuiltFile[]) {
    this.#name = `${prefix}${version}`;
    this.#files = files;
  }

  /** Fetches all of them. A version is kept whole or not at all. */
  async fill(): Promise<void> {
    const cache = await caches.open(this.#name);
    try {
      await Promise.all(this.#files.map(async (file) => cache.put(file.path, await this.#fetch(file))));
    } catch (error) {
      await caches.delete(this.#name);
      throw error;
    }
  }

  /** The app's page, whatever address it was asked at. */
  async page(): Promise<Response | undefined> {
    return (await caches.open(this.#name)).match('/index.html');
  }

  /** A file: of this version, or of an earlier one that a tab may still show. */
  async file(path: string): Promise<Response | undefined> {
    return (await (await caches.open(this.#name)).match(path)) ?? caches.match(path);
  }

  /** Removes all other versions. */
  async keepAlone(): Promise<void> {
    const others = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== this.#name);
    await Promise.all(others.map((name) => caches.delete(name)));
  }

  async #fetch({ path, hash }: BuiltFile): Promise<Response> {
    // A file named by its content is the same in every version that has it.
    const kept = hash === null ? await caches.match(path) : undefined;
    if (kept !== undefined) return kept;
    const answer = await fetch(path, { cache: hash === null ? 'default' : 'no-cache', credentials: 'omit' });
    if (!answer.ok) throw new Error(`${path} was not given (${answer.status}).`);
    // The server may have gone on to yet another version meanwhile; a page of that one would ask for files of that one.
    if (hash !== null && hash !== (await hashOf(answer.clone()))) throw new Error(`${path} is of another version.`);
    return answer;
  }
}

async function hashOf(answer: Response): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await answer.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
