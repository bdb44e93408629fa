import { isFork } from './fork.ts';
import type { Known } from './known.ts';
import type { Content, Struct, Update } from './struct.ts';
import { Refused } from './verdict.ts';

/** The structs of one client that the section does not hold, beginning where it ends. */
export interface News {
  readonly client: number;
  readonly structs: readonly Struct[];
  /** The first of them was cut: its head is known already, and its bytes are no longer those of the update. */
  readonly cut: boolean;
}

/** What is new in an update, and whether anything in it was not. */
export interface AllNews {
  readonly news: readonly News[];
  readonly stripped: boolean;
}

/** Leaves out what the section holds already, and makes sure that the rest is this device's own and has no gap before it. */
export function findNews(update: Update, known: Known, leasedTo: (client: number) => boolean): AllNews {
  const news: News[] = [];
  let stripped = false;
  for (const { client, structs } of update.clients) {
    const state = known.state(client);
    const own = leasedTo(client);
    const [first] = structs;
    const last = structs.at(-1);
    if (first === undefined || last === undefined) continue;
    if (last.id.clock + last.length > state) {
      if (!own) throw new Refused('not-leased', client);
      if (first.id.clock > state) throw new Refused('gap', client);
    }
    if (first.id.clock === state) {
      news.push({ client, structs, cut: false });
      continue;
    }
    stripped = true;
    if (own && structs.some((struct) => struct.id.clock < state && isFork(known, struct, state))) {
      throw new Refused('fork', client);
    }
    const fresh = structs.filter((struct) => struct.id.clock + struct.length > state);
    const [head, ...rest] = fresh;
    if (head === undefined) continue;
    const cut = head.id.clock < state;
    news.push({ client, structs: cut ? [cutHead(head, state), ...rest] : fresh, cut });
  }
  return { news, stripped };
}

/** What is left of a struct from a clock within it on. It now follows its own head. */
function cutHead(struct: Struct, clock: number): Struct {
  const { client } = struct.id;
  const gone = clock - struct.id.clock;
  return {
    ...struct,
    id: { client, clock },
    length: struct.length - gone,
    origin: struct.content.type === 'gc' ? null : { client, clock: clock - 1 },
    parent: null,
    key: null,
    content: contentFrom(struct.content, gone),
  };
}

function contentFrom(content: Content, offset: number): Content {
  switch (content.type) {
    case 'string':
      return { type: 'string', text: content.text.slice(offset) };
    case 'any':
      return { ...content, values: content.values.slice(offset) };
    case 'binary':
    case 'deleted':
    case 'format':
    case 'gc':
    case 'type':
      return content;
  }
}
