/**
 * Types a real text again: two devices, through a running server, into the story of one family, branches and all.
 *
 * `npm run real-typing -- <trace.json.gz> [http://127.0.0.1:4000] [--stock]` with a server of `npm start` running. With
 * `--stock` they are two stock Yjs documents with the stock y-websocket provider.
 */
import { parseArgs } from 'node:util';
import { findPlace } from './find-place.ts';
import { replay } from './replay.ts';
import { StockDesk } from './stock-desk.ts';
import { readTrace } from './trace.ts';
import { WireDesk } from './wire-desk.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { stock: { type: 'boolean' } } });
const [file, url = 'http://127.0.0.1:4000'] = positionals;
if (file === undefined) throw new Error('Say which trace: npm run real-typing -- <trace.json.gz> [url] [--stock]');

const trace = await readTrace(file);
const place = await findPlace(url);
const desks =
  values.stock === true
    ? await StockDesk.openTwo(url, place)
    : ([await WireDesk.open(url, place.tokens[0], place), await WireDesk.open(url, place.tokens[1], place)] as const);
const { seconds, changes, stretches, texts } = await replay(trace, desks);
for (const desk of desks) desk.close();

const asPublished = texts.every((text) => text === trace.endContent);
console.log(
  `${changes} changes in ${values.stock === true ? `as many updates, ${stretches} stretches` : `${stretches} batches`}, ${seconds.toFixed(1)} s`,
);
console.log(asPublished ? 'Both show the published text, exactly.' : 'The text differs from the published one.');
process.exitCode = asPublished ? 0 : 1;
