/** A family's plan as plain data: 53 rows, three narratives of 2 kB, 60 events. */
export interface FamilyDocument {
  readonly rows: readonly Row[];
  readonly narratives: Readonly<Record<Narrative, string>>;
  readonly events: readonly ChronologyEvent[];
}

/** A need, outcome or action. */
interface Row {
  readonly title: string;
  readonly status: string;
  readonly dueOn: string;
  readonly owner: string;
  readonly level: number;
}

export interface ChronologyEvent {
  readonly occurredOn: string;
  readonly text: string;
  readonly source: string;
}

export const narratives = ['story', 'analysis', 'minutes'] as const;
export type Narrative = (typeof narratives)[number];

/** One thing that a practitioner does. */
export type Operation =
  | { readonly type: 'set'; readonly row: number; readonly field: 'status' | 'dueOn'; readonly value: string }
  | { readonly type: 'type'; readonly narrative: Narrative; readonly at: number; readonly text: string }
  | { readonly type: 'event'; readonly event: ChronologyEvent };

const dayOf = (n: number): string =>
  `2026-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`;
const statuses = ['proposed', 'agreed', 'in_progress', 'done'] as const;
const eventOf = (n: number): ChronologyEvent => ({
  occurredOn: dayOf(n),
  text: `The school rang about attendance in week ${n}; the parents were told, and a visit was agreed.`,
  source: 'Oak School',
});

/** The document with which all begin. */
export const familyDocument: FamilyDocument = {
  rows: Array.from({ length: 53 }, (_, n) => ({
    title: `Action ${n}: ask the school for the attendance record`,
    status: 'agreed',
    dueOn: dayOf(n),
    owner: `member${n % 9}`,
    level: n % 4,
  })),
  narratives: {
    story: 'Tobi likes maths and finds mornings hard. '.repeat(48),
    analysis: 'The way to school is long, and nobody walks it. '.repeat(42),
    minutes: 'It was agreed that the nurse asks the school. '.repeat(44),
  },
  events: Array.from({ length: 60 }, (_, n) => eventOf(n)),
};

/** What somebody does, the same whoever asks: six in ten set a field, three type, one adds an event. */
export function operations(count: number, seed: number): readonly Operation[] {
  return Array.from({ length: count }, (_, place): Operation => {
    const n = place * 7_919 + seed * 104_729;
    const kind = place % 10;
    if (kind < 6) {
      return kind % 2 === 0
        ? { type: 'set', row: n % 53, field: 'status', value: statuses[n % 4] ?? 'agreed' }
        : { type: 'set', row: n % 53, field: 'dueOn', value: dayOf(n) };
    }
    if (kind < 9) return { type: 'type', narrative: narratives[n % 3] ?? 'story', at: n % 1_900, text: 'x' };
    return { type: 'event', event: eventOf(n) };
  });
}
