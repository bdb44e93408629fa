import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import { extract } from 'tar-fs';

/** A Chromium that is ready to be launched. */
export type ReadyChromium = {
  readonly executablePath: string;
  /** The whole environment that its process needs. */
  readonly env: Readonly<Record<string, string>>;
};

const packaged = dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))));
const cache = fileURLToPath(new URL('../../../../node_modules/.cache/', import.meta.url));

/**
 * Makes the pinned Chromium ready, unpacking it on first use; `CASEWEAVE_CHROME` names an installed Chrome to use instead.
 *
 * The package's own unpacking is not used: it takes any file called `chromium` in the temporary folder for its own,
 * and two processes that unpack at once break each other. Here each version has a folder, which appears complete or not at all.
 */
export const readyChromium = async (): Promise<ReadyChromium> => {
  const installed = process.env['CASEWEAVE_CHROME'];
  if (installed !== undefined) return { executablePath: installed, env: processEnvironment() };

  const folder = join(cache, `chromium-${await packagedVersion()}`);
  if (!(await exists(folder))) await unpackInto(folder);

  const executablePath = join(folder, 'chromium');
  const env = { ...processEnvironment(), FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  if (await starts(executablePath, env)) return { executablePath, env };

  // Slim images lack libnss3 and its relatives: the package brings those of Amazon Linux.
  const path = [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter((part) => part !== undefined);
  const withLibraries = { ...env, LD_LIBRARY_PATH: path.join(':') };
  if (await starts(executablePath, withLibraries)) return { executablePath, env: withLibraries };

  throw new Error(
    `The packaged Chromium does not start on ${process.platform} ${process.arch}. ` +
      'Set CASEWEAVE_CHROME to the path of an installed Chrome or Chromium.',
  );
};

const processEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );

const packagedVersion = async (): Promise<string> => {
  const manifest: unknown = JSON.parse(await readFile(join(packaged, 'package.json'), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version);
  throw new Error(`${packaged} has no version: install again.`);
};

const unpackInto = async (folder: string): Promise<void> => {
  const partial = `${folder}.partial-${process.pid}`;
  await mkdir(partial, { recursive: true });

  const read = (name: string) => createReadStream(join(packaged, 'bin', `${name}.br`));
  await Promise.all([
    pipeline(read('chromium'), createBrotliDecompress(), createWriteStream(join(partial, 'chromium'), { mode: 0o755 })),
    pipeline(read('swiftshader.tar'), createBrotliDecompress(), extract(partial)),
    pipeline(read('fonts.tar'), createBrotliDecompress(), extract(join(partial, 'fonts'))),
    pipeline(read('al2023.tar'), createBrotliDecompress(), extract(join(partial, 'al2023'))),
  ]);
  await writeFile(join(partial, 'fonts.conf'), fontsConfiguration(folder));

  try {
    await rename(partial, folder);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    // Another process was first: its folder is as good as ours.
    if (!(await exists(folder))) throw error;
  }
};

/** Only the packaged fonts are used, so that a screenshot looks the same on every machine. */
const fontsConfiguration = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;

const starts = (executablePath: string, env: Record<string, string>): Promise<boolean> =>
  promisify(execFile)(executablePath, ['--version'], { env }).then(
    () => true,
    () => false,
  );

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
