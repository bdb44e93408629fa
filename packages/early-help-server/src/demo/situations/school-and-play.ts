import type { Situation } from './situation.ts';

/** Education, early years and behaviour. */
export const schoolAndPlay: readonly Situation[] = [
  {
    key: 'attendance',
    headline: 'SF01',
    ages: [5, 15],
    levels: [2, 3],
    title: [
      '{child} misses a lot of school',
      "{child}'s attendance is below 90%",
      '{child} is often late or absent from school',
    ],
    note: [
      'Attendance was 81% last half term. Most absences are Mondays and the days after a bad night at home.',
      '{child} says mornings are the hardest. Once through the gate the day usually goes well.',
      'Two late marks a week since September. The walk takes 35 minutes and there is no bus that fits.',
    ],
    story: [
      '{child} likes being with friends at {school}, but getting there has become a struggle since the move.',
      '{carer} has been doing the school run alone and is worn out by half past eight.',
      'Things slipped after the summer: {child} missed the first week back and has been catching up ever since.',
    ],
    outcome: [
      '{child} is in school every day by Easter',
      "{child}'s attendance is above 95% by the end of term",
      '{child} starts the day on time and settled',
    ],
    actions: [
      { what: ['Fill in the school transport form'], by: ['school', 'carer'] },
      {
        what: ['Meet {child} at the gate each morning for two weeks', 'Give {child} a soft start in the library'],
        by: ['school'],
        evidence: ['Gate greeting started; on time four days out of five.'],
      },
      {
        what: ['Agree a morning routine and put it up in the kitchen', 'Plan with {carer} how mornings can go'],
        by: ['lead', 'carer'],
      },
      { what: ['Check with the school nurse whether the headaches need looking at'], by: ['school_nursing', 'lead'] },
    ],
    strength: [
      '{child} has good friends and a teacher to turn to',
      '{carer} rings school whenever {child} is not coming in',
    ],
    events: [
      { text: ['Attendance meeting held with {carer}', 'Letter sent about attendance'], from: 'school', weeksAgo: 11 },
      { text: ['{child} in school for a full week, for the first time this term'], from: 'school', weeksAgo: 3 },
    ],
    analysis: [
      'The pattern of absence follows what happens at home more than anything at school. Support with mornings is likely to do more than a letter.',
      'Attendance is where the strain shows first. We think it will lift once sleep and the journey are sorted.',
    ],
    worry: ['{child} falls further behind and stops feeling part of the class'],
    notes: [
      {
        from: 'school',
        kind: 'seen_in_school',
        text: [
          'Saw {child} at break. Tired, had no breakfast, perked up after toast. Said the baby cried all night.',
          '{child} stayed behind to finish a model. Proud of it; asked whether {carer} could come and see.',
        ],
      },
      {
        from: 'la_early_help',
        kind: 'visit',
        text: [
          'Early visit to see how a morning goes. {carer} calm, {child} could not find shoes or bag. We put hooks by the door.',
        ],
      },
    ],
    brings: ['school'],
  },
  {
    key: 'speech',
    headline: 'SF02',
    ages: [1, 4],
    levels: [2],
    title: ['{child} has few words for their age', "{child}'s speech and language are delayed"],
    note: [
      'At the two year review {child} used about ten single words and pointed for most things.',
      'Understands more than is said. Hearing has not been checked since the ear infections.',
    ],
    story: [
      '{child} is a busy, smiley toddler who makes a point by pulling people along by the hand.',
      '{carer} was told not to worry, and would now like a straight answer about {child}’s talking.',
    ],
    outcome: ['{child} puts two words together by the summer', '{child} can tell grown-ups what they want and need'],
    actions: [
      {
        what: ['Refer {child} to speech and language therapy', 'Chase the speech therapy referral'],
        by: ['health_visiting'],
        evidence: ['Referral acknowledged; first appointment offered.'],
      },
      { what: ['Book a hearing test'], by: ['health_visiting', 'carer'] },
      {
        what: ['Offer 15 funded hours at nursery', 'Share the picture cards that nursery uses, for home'],
        by: ['early_years'],
      },
      { what: ['Go to rhyme time at the hub on Wednesdays'], by: ['carer'] },
    ],
    strength: ['{carer} reads with {child} at bedtime', '{child} loves songs and joins in the actions'],
    events: [
      { text: ['Two year review completed'], from: 'health_visiting', weeksAgo: 16 },
      { text: ['{child} started at nursery, settled within a week'], from: 'early_years', weeksAgo: 7 },
    ],
    analysis: [
      'Delay looks like a mix of ear infections and little time to talk. No concern about how {child} relates to people.',
    ],
    worry: ['{child} starts school unable to make friends or ask for help'],
    notes: [
      {
        from: 'health_visiting',
        kind: 'clinic',
        text: [
          'Weighed and measured, following the 50th centile. {carer} keen on the hearing test, worried about the wait.',
        ],
      },
      {
        from: 'early_years',
        kind: 'seen_in_school',
        text: ['{child} said "more juice" unprompted today. Key person wrote it on the board for {carer} to see.'],
      },
    ],
    brings: ['health_visiting', 'early_years'],
  },
  {
    key: 'routines',
    headline: 'SF05',
    ages: [2, 10],
    levels: [2, 3],
    title: ['Bedtimes and boundaries have gone', '{child} does not sleep, and evenings end in shouting'],
    note: [
      '{child} is often awake past eleven. The tablet goes to bed too.',
      '{carer} says yes by the end of the day because there is no energy left to say no.',
    ],
    story: [
      'Evenings are the flashpoint. {carer} describes two hours of battles before anybody sleeps.',
      'The family used to have a rhythm; shift work and a smaller flat have undone it.',
    ],
    outcome: ['{child} is asleep by half past eight on school nights', 'Evenings are calm and end with a story'],
    actions: [
      {
        what: ['Join the parenting group at the hub', 'Book {carer} on the next parenting course'],
        by: ['lead', 'carer'],
      },
      {
        what: ['Keep a sleep diary for a fortnight'],
        by: ['carer'],
        evidence: ['Diary kept for nine nights; the two without the tablet went best.'],
      },
      { what: ['Visit at bedtime to try the routine together'], by: ['lead'] },
    ],
    strength: ['{carer} and {child} laugh a lot together', 'Grandma takes the children every other Saturday'],
    events: [{ text: ['{carer} asked the hub for help with bedtimes'], from: 'la_early_help', weeksAgo: 13 }],
    analysis: [
      '{carer} knows what would help and lacks the energy to hold to it alone. Doing it alongside for two weeks should be enough to start.',
    ],
    worry: ['Tiredness turns into shouting, and shouting into something worse'],
    notes: [
      {
        from: 'la_early_help',
        kind: 'visit',
        text: [
          'Bath, book, bed by nine with one wobble. {carer} tearful afterwards, in a good way.',
          '{carer} had tried the chart for three nights and given up. We made it smaller: one star, one thing.',
        ],
      },
    ],
    brings: [],
  },
  {
    key: 'autism-waiting',
    headline: 'SF01',
    ages: [4, 12],
    levels: [2, 3],
    title: ['{child} is waiting for an autism assessment', '{child} finds school overwhelming'],
    note: [
      'Noise and changes of plan are hardest. {child} hides under the table about once a day.',
      'The waiting list is fourteen months. School is already using a now-and-next board.',
    ],
    story: [
      '{child} knows everything about trains and will tell you, given a quiet corner and some time.',
      '{carer} feels judged at the school gate and has started to avoid other parents.',
    ],
    outcome: [
      '{child} can join in the whole school day',
      'School and home use the same plan when {child} is overwhelmed',
    ],
    actions: [
      {
        what: ['Write a one-page profile with {child}', 'Ask for an education, health and care needs assessment'],
        by: ['school', 'carer'],
      },
      {
        what: ['Try ear defenders and a quiet place at lunch'],
        by: ['school'],
        evidence: ['Ear defenders used daily; lunch in the library on Tuesdays and Thursdays.'],
      },
      { what: ['Put {carer} in touch with the parents’ group'], by: ['voluntary', 'lead'] },
    ],
    strength: ['{child} has a wonderful memory', '{carer} knows the signs before {child} is overwhelmed'],
    events: [{ text: ['Referral for assessment accepted'], from: 'school_nursing', weeksAgo: 20 }],
    analysis: ['Support need not wait for the diagnosis. What helps at home already helps at school.'],
    worry: ['{child} is sent home more and more, until nobody remembers how it started'],
    notes: [
      {
        from: 'school',
        kind: 'seen_in_school',
        text: ['Fire drill went badly. Next time warn {child} ten minutes before; {carer} agrees.'],
      },
    ],
    brings: ['school', 'school_nursing'],
  },
];
