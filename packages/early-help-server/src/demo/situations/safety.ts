import type { Situation } from './situation.ts';

/** Safety outside and inside the home, crime, caring. */
export const safety: readonly Situation[] = [
  {
    key: 'exploitation',
    headline: 'SF06',
    ages: [12, 17],
    levels: [3, 4],
    title: ['{child} goes missing and will not say where', '{child} may be drawn in by older people'],
    note: ['Three times missing since August, the longest for nineteen hours. New trainers, no explanation.'],
    story: ['{child} was a keen boxer until the summer. The new friends are older, and nobody at home has met them.'],
    outcome: ['{child} is where they say they are', '{child} has people and places that are safe and worth going to'],
    actions: [
      {
        what: ['Hold a return conversation each time', 'Share the missing plan with {carer}'],
        by: ['police'],
        evidence: ['Two conversations held; {child} spoke about the bus station.'],
      },
      { what: ['Offer {child} a mentor'], by: ['youth_justice', 'voluntary'] },
      { what: ['Get {child} back to boxing on Thursdays'], by: ['carer', 'lead'] },
    ],
    strength: ['{child} answers {carer}’s calls, even when cross', 'The boxing coach has kept the door open'],
    events: [{ text: ['{child} reported missing, found safe the next day'], from: 'police', weeksAgo: 6 }],
    analysis: [
      'Several signs of exploitation together. {child} is not choosing this freely, whatever they say. Threshold to be looked at again if missing once more.',
    ],
    worry: ['{child} is hurt, or arrested for what others made them do'],
    notes: [
      {
        from: 'police',
        kind: 'visit',
        text: ['Spoke with {child} on the step. Polite, gave nothing away, looked up and down the road.'],
      },
    ],
    brings: ['police', 'youth_justice'],
  },
  {
    key: 'way-to-school',
    headline: 'SF06',
    ages: [5, 11],
    levels: [2],
    title: ['{child} does not feel safe on the way to {school}', '{child} was frightened on the way home'],
    note: [
      'Older children on bikes took a scooter near the underpass. {child} now asks to go the long way round.',
      '{child} was chased by a group in the park after school. No injuries; nobody has been named.',
    ],
    story: ['Since the business in the underpass {child} will not walk anywhere without holding a hand.'],
    outcome: ['{child} walks to {school} without being afraid'],
    actions: [
      {
        what: [
          'Walk the route with {child} and the officer, and choose the best way',
          'Patrol the underpass at home time',
        ],
        by: ['police'],
        evidence: ['Officer there at home time all week; nothing seen.'],
      },
      { what: ['Tell {school} at once if anything happens on the way'], by: ['carer'] },
    ],
    strength: ['{child} told a grown-up straight away'],
    events: [
      { text: ['{child}’s scooter was taken near the underpass; reported the same day'], from: 'police', weeksAgo: 8 },
    ],
    analysis: ['Fear of the journey adds to the trouble with mornings; it may be the larger part of it.'],
    worry: ['{child} stays in and loses the freedom that others of that age have'],
    notes: [
      {
        from: 'police',
        kind: 'visit',
        text: ['Called on the family after school. {child} showed me on a map where it happened, in great detail.'],
      },
    ],
    brings: ['police'],
  },
  {
    key: 'antisocial',
    headline: 'SF07',
    ages: [10, 16],
    levels: [2, 3],
    title: ['{child} has been in trouble in the neighbourhood', 'Complaints about {child} on the estate'],
    note: ['A warning for damage at the garages. {child} was with two others and stayed when they ran.'],
    story: ['{child} is bored after school and finds company at the garages, where trouble finds them all.'],
    outcome: ['No further complaints or warnings', '{child} has something good to do after school'],
    actions: [
      {
        what: ['Meet the neighbour and put it right', 'Offer a place on the prevention programme'],
        by: ['youth_justice', 'police'],
        evidence: ['{child} and the neighbour painted the garage door together.'],
      },
      { what: ['Find a place at the bike workshop'], by: ['voluntary', 'lead'] },
      { what: ['Home by eight on school nights, with a text if late'], by: ['carer'] },
    ],
    strength: ['{child} owned up', '{child} is good with their hands'],
    events: [{ text: ['Warning given for damage to garages'], from: 'police', weeksAgo: 10 }],
    analysis: ['A first warning, met with openness. The right moment for something better to do.'],
    worry: ['{child} gets a name on the estate and decides to live up to it'],
    notes: [
      {
        from: 'youth_justice',
        kind: 'meeting',
        text: ['{child} came on time, hood up, and left having fixed a puncture.'],
      },
    ],
    brings: ['police', 'youth_justice'],
  },
  {
    key: 'young-carer',
    headline: 'SF05',
    ages: [8, 16],
    levels: [2],
    title: ['{child} looks after {carer} and the little ones', '{child} is a young carer'],
    note: ['Cooks tea most days and gets up at night. Loves doing it and is exhausted.'],
    story: ['{child} knows all the tablets and their times. {carer} is proud and sad about that.'],
    outcome: ['{child} has time for homework and friends', '{child} is a child first and a carer second'],
    actions: [
      {
        what: ['Do a young carer’s assessment', 'Invite {child} to young carers’ club'],
        by: ['voluntary', 'lead'],
        evidence: ['Went twice and asked when the next one is.'],
      },
      { what: ['Ask adult social care about help with the evenings'], by: ['lead'] },
      { what: ['Let {child} keep a phone on in class, for {carer}'], by: ['school'] },
    ],
    strength: ['{child} is kind and capable beyond their years'],
    events: [{ text: ['{child} named as a young carer'], from: 'school', weeksAgo: 15 }],
    analysis: ['Care is loving and too much. Practical help for {carer} is what frees {child}.'],
    worry: ['{child} stops being a child'],
    notes: [
      {
        from: 'voluntary',
        kind: 'meeting',
        text: ['First club evening. {child} laughed until the drink came out, then worried about the time.'],
      },
    ],
    brings: ['voluntary', 'school'],
  },
  {
    key: 'moving-on',
    headline: 'SF08',
    ages: null,
    levels: [3, 4],
    title: ['The family is rebuilding after a frightening time', 'Feeling safe at home again'],
    note: ['The children startle at loud voices. {carer} checks the door several times a night.'],
    story: ['{carer} left a relationship that frightened everybody. The children are slowly becoming noisy again.'],
    outcome: ['{carer} and the children feel safe day and night', 'The children can talk about what happened'],
    actions: [
      { what: ['Fit a new lock and a door chain'], by: ['housing'], evidence: ['Fitted within the week.'] },
      { what: ['Tell {school} who may collect the children'], by: ['carer', 'school'] },
      { what: ['Offer the children the recovery group'], by: ['lead'] },
    ],
    strength: ['{carer} acted to keep the children safe', 'The children are close to one another'],
    events: [{ text: ['Family moved and children settled into a new routine'], from: 'la_early_help', weeksAgo: 17 }],
    analysis: [
      'Highest risk is around contact. What is written in the shared plan is kept to what would be safe if seen by anybody.',
    ],
    worry: ['The family is found, or goes back because being alone is too hard'],
    notes: [
      {
        from: 'la_early_help',
        kind: 'visit',
        text: ['Met at the hub as agreed. {carer} slept through for the first time since the move.'],
      },
    ],
    brings: ['housing'],
  },
];
