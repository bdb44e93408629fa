import * as encoding from 'lib0/encoding';
import { WIRE } from '../limits.ts';
import { type Decoded, decoded } from './decoded.ts';
import type { Encoder, Field } from './field.ts';
import { Malformed, Reader } from './reader.ts';

/** The kinds of a message union: for each `type` its number on the wire and its body. */
export type Kinds<Message extends { readonly type: string }> = {
  readonly [Type in Message['type']]: {
    readonly number: number;
    readonly body: Field<Omit<Extract<Message, { readonly type: Type }>, 'type'>>;
  };
};

/** Writes and reads the messages of one direction. */
export interface MessageCodec<Message> {
  readonly write: (to: Encoder, message: Message) => void;
  readonly decode: (payload: Uint8Array) => Decoded<readonly Message[]>;
}

/** Makes the codec of a message union from its kinds. */
export function messageCodec<Message extends { readonly type: string }>(kinds: Kinds<Message>): MessageCodec<Message> {
  type Kind = { readonly number: number; readonly body: Field<object> };
  const byType = new Map(Object.entries<Kind>(kinds as unknown as Record<string, Kind>));
  const byNumber = new Map(Array.from(byType, ([type, kind]) => [kind.number, { type, body: kind.body }] as const));

  const read = (from: Reader): Message => {
    const kind = byNumber.get(from.varUint());
    if (kind === undefined) throw new Malformed('unknown message');
    const length = from.varUint();
    if (length > from.left) throw new Malformed('ends too early');
    const end = from.end;
    from.end = from.at + length;
    const message = { type: kind.type, ...kind.body.read(from) };
    from.finish();
    from.end = end;
    return message as unknown as Message;
  };

  return {
    write: (to, message) => {
      const kind = byType.get(message.type);
      if (kind === undefined) throw new TypeError(`no message of type ${message.type}`);
      const body = encoding.createEncoder();
      kind.body.write(body, message);
      encoding.writeVarUint(to, kind.number);
      encoding.writeVarUint8Array(to, encoding.toUint8Array(body));
    },
    decode: (payload) =>
      decoded(() => {
        const from = new Reader(payload);
        const messages: Message[] = [];
        while (from.left > 0) {
          if (messages.length === WIRE.messagesInPayload) throw new Malformed('too many messages');
          messages.push(read(from));
        }
        if (messages.length === 0) throw new Malformed('no message');
        return messages;
      }),
  };
}
