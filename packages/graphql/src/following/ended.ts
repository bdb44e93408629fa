import type { TypeRef } from '../builder.ts';
import type { Tools } from '../tools.ts';
import type { EndedShape } from '../followers/follower.ts';

/** The type of the last event of a subscription, whatever it follows. */
export const endedType = ({ builder, made }: Tools): TypeRef<EndedShape> =>
  made.once('ended', () => {
    const Why = builder.enumType('EndedWhy', {
      description: 'Why a subscription came to its end.',
      values: {
        NOTHING_TO_FOLLOW: { description: 'There is nothing there that you may read, or no longer.' },
        SIGN_IN_AGAIN: { description: 'The access token has run out, or is worth nothing any more.' },
        BEGIN_AGAIN: {
          description: 'What you may see has changed, or the server starts anew: subscribe again, and read.',
        },
        TOO_MANY: {
          description: 'You follow too much at once, or too many follow: end another subscription, or wait.',
        },
      } as const,
    });
    return builder.objectRef<EndedShape>('Ended').implement({
      description: 'Nothing more comes after this.',
      fields: (t) => ({ why: t.field({ type: Why, description: 'Why it ended.', resolve: ({ why }) => why }) }),
    });
  });
