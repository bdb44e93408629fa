import { execFile, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../../src/repository.ts';
import { changed, type ShownChange } from './shown-changes.ts';

/** What a program said and how it ended. */
export interface Ran {
  readonly code: number;
  readonly said: string;
}

/** A copy of this workspace, with the same packages of others, in which a test may write. */
export class ScratchCopy {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** Copies what git knows and what lies beside it; of what is installed, only the links. */
  static async make(): Promise<ScratchCopy> {
    const folder = await mkdtemp(join(tmpdir(), 'caseweave-how-to-'));
    const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    if (listed.status !== 0) throw new Error(`git does not list the files: ${listed.stderr}`);
    const copy = new ScratchCopy(folder);
    const members = new Set(['.']);
    for (const path of listed.stdout.split('\0')) {
      if (path === '' || !existsSync(join(root, path))) continue;
      if (path.endsWith('/package.json')) members.add(dirname(path));
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      cpSync(join(root, path), join(folder, path));
    }
    for (const member of members) copy.#link(join(member, 'node_modules'));
    return copy;
  }

  /** Links of a folder of what is installed, as they are: those to members of the workspace then lead into the copy. */
  #link(path: string): void {
    if (!existsSync(join(root, path))) return;
    mkdirSync(join(this.folder, path), { recursive: true });
    for (const name of readdirSync(join(root, path))) {
      if (name === '.cache' || name === '.vite') continue;
      const from = join(root, path, name);
      if (lstatSync(from).isSymbolicLink()) symlinkSync(readlinkSync(from), join(this.folder, path, name));
      else if (name.startsWith('@')) this.#link(join(path, name));
      else symlinkSync(from, join(this.folder, path, name));
    }
  }

  /** Has a package that is new find another, as installing would. */
  installed(member: string, name: string, as: string): void {
    const at = join(this.folder, member, 'node_modules', name);
    mkdirSync(dirname(at), { recursive: true });
    symlinkSync(join(this.folder, as), at);
  }

  /** Writes what a page shows, and nothing else. */
  apply(changes: readonly ShownChange[]): void {
    for (const { path, isNew, text } of changes) {
      const at = join(this.folder, path);
      if (existsSync(at) === isNew) throw new Error(`${path} is ${isNew ? 'there already' : 'not there'}.`);
      mkdirSync(dirname(at), { recursive: true });
      writeFileSync(at, isNew ? text : changed(path, readFileSync(at, 'utf8'), text));
    }
  }

  textOf(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  /** Runs a program of the project in the copy, with the project's own Node.js. */
  run(program: string, ...given: readonly string[]): Promise<Ran> {
    const all = ['--conditions=@caseweave/source', program, ...given];
    return new Promise((done) => {
      execFile(process.execPath, all, { cwd: this.folder, maxBuffer: 64 * 1024 * 1024 }, (error, out, err) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
        done({ code, said: `${out}${err}` });
      });
    });
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
