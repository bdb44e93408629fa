/** Two stock Yjs documents and one family's story: `node src/main.ts [http://127.0.0.1:4000]`, with `npm start` running. */
import { WebSocket as NodeWebSocket } from 'ws';
import * as Y from 'yjs';
import { findStory } from './find-story.ts';
import { openSection } from './open-section.ts';

const [server = 'http://127.0.0.1:4000'] = process.argv.slice(2);
// The `ws` package has what the provider uses of a browser's WebSocket.
const WebSocketPolyfill = NodeWebSocket as unknown as typeof WebSocket;

const desks = await Promise.all(
  ['early-help-1', 'school-1'].map(async (practitioner) => {
    const doc = new Y.Doc();
    const provider = openSection(server, await findStory(server, practitioner, 'Okafor'), doc, { WebSocketPolyfill });
    provider.on('closed', ({ code, reason }) => {
      console.error(`${practitioner}: ${code} ${reason}`);
      process.exit(1);
    });
    const story = doc.getText('story/');
    await until(doc, () => provider.synced, provider);
    return { practitioner, doc, provider, story };
  }),
);

const lines = desks.map(({ practitioner }) => `Written by ${practitioner} with a stock Yjs document.\n`);
// At once: nobody waits for the other.
desks.forEach(({ story }, at) => story.insert(0, lines[at] ?? ''));
for (const { doc, story } of desks) await until(doc, () => lines.every((line) => story.toJSON().includes(line)));

const [first, second] = desks.map(({ story }) => story.toJSON());
console.log(first);
console.log(first === second ? 'Both show the same story.' : 'The two stories differ.');
for (const { provider, doc } of desks) {
  provider.destroy();
  doc.destroy();
}

/** Waits until something holds; it is looked at when the document changes, or is synced. */
function until(doc: Y.Doc, is: () => boolean, provider?: ReturnType<typeof openSection>): Promise<void> {
  return new Promise((done) => {
    const look = () => {
      if (is()) done();
    };
    doc.on('update', look);
    provider?.on('sync', look);
    look();
  });
}
