import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
};

/** Answers with the file of a built app, or with its page where the path is one of the app's own. */
export async function serveApp(
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const file = await fileFor(folder, path);
  if (file === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('There is no such page.\n');
    return;
  }
  // A built file's name holds a hash of its content, so it never changes; the page and the others are asked for anew.
  const isHashed = file.path.includes(`${sep}assets${sep}`);
  response.writeHead(200, {
    'content-type': types[extname(file.path)] ?? 'application/octet-stream',
    'content-length': file.size,
    'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  await pipeline(createReadStream(file.path), response);
}

async function fileFor(folder: string, path: string): Promise<{ path: string; size: number } | undefined> {
  const wanted = plainPath(path);
  const asked = wanted === undefined ? undefined : await fileAt(join(folder, wanted));
  if (asked !== undefined) return asked;
  return extname(path) === '' ? fileAt(join(folder, 'index.html')) : undefined;
}

/** The path below the folder; undefined for one that leads out of it. */
function plainPath(path: string): string | undefined {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') || normalize(decoded).split(sep).includes('..') ? undefined : normalize(decoded);
  } catch {
    return undefined;
  }
}

async function fileAt(path: string): Promise<{ path: string; size: number } | undefined> {
  try {
    const found = await stat(path);
    return found.isFile() ? { path, size: found.size } : undefined;
  } catch {
    return undefined;
  }
}
