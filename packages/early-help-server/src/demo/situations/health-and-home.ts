import type { Situation } from './situation.ts';

/** Health, relationships, home and money. */
export const healthAndHome: readonly Situation[] = [
  {
    key: 'anxiety',
    headline: 'SF03',
    ages: [9, 17],
    levels: [2, 3],
    title: ['{child} is anxious and rarely goes out', '{child} worries all the time'],
    note: [
      'Panic started in the spring after a friend was hurt on the bus. Sleeps with the light on.',
      '{child} rated worry 8 out of 10 on school days and 3 at weekends.',
    ],
    story: [
      '{child} used to play football three times a week and now stays upstairs.',
      '{child} talks most easily in the car, facing forwards, says {carer}.',
    ],
    outcome: ['{child} feels able to go out with friends again', '{child} has ways of calming down that work'],
    actions: [
      {
        what: ['Offer six sessions of guided self-help', 'Bring the appointment forward if there is a cancellation'],
        by: ['camhs'],
      },
      {
        what: ['Name one adult at {school} whom {child} can go to'],
        by: ['school'],
        evidence: ['{child} chose the librarian.'],
      },
      { what: ['Walk to the shop together, a little further each week'], by: ['carer'] },
    ],
    strength: ['{child} can say what helps and what does not', 'Older cousin comes round to play games'],
    events: [{ text: ['{child} seen by the mental health team for a first appointment'], from: 'camhs', weeksAgo: 9 }],
    analysis: [
      'Worry has a clear beginning and is kept going by staying in. Graded steps are right; no sign of self-harm at this time.',
    ],
    worry: ['{child} gives up on school and friends altogether'],
    notes: [
      {
        from: 'camhs',
        kind: 'clinic',
        text: [
          'Second session. Breathing practised, homework done twice. {child} asked whether the worry is "normal".',
        ],
      },
    ],
    brings: ['camhs', 'school'],
  },
  {
    key: 'low-mood',
    headline: 'SF03',
    ages: null,
    levels: [2, 3],
    title: ["{carer}'s low mood makes every day hard", '{carer} is struggling with depression'],
    note: [
      '{carer} describes crying most evenings and not opening post. Has spoken to the GP once.',
      'Tablets started six weeks ago. Some days are better already.',
    ],
    story: [
      '{carer} has carried the family through two hard years and says the tank is empty.',
      '{carer} wants the children to remember somebody who laughed with them.',
    ],
    outcome: ['{carer} feels well enough to enjoy time with the children', '{carer} has support that lasts'],
    actions: [
      {
        what: ['Go back to the GP about the tablets', 'Ring the talking therapies line'],
        by: ['carer'],
        evidence: ['Telephone assessment done; on the list for a group.'],
      },
      { what: ['Introduce {carer} to the Tuesday coffee morning'], by: ['voluntary', 'lead'] },
      { what: ['Look in each week for the next month'], by: ['health_visiting', 'lead'] },
    ],
    strength: ['{carer} asked for help early', 'A neighbour helps with the school run'],
    events: [{ text: ['{carer} told the worker about feeling low'], from: 'la_early_help', weeksAgo: 10 }],
    analysis: [
      'The children’s needs rise and fall with how {carer} is. Support for the adult is support for the children here.',
    ],
    worry: ['The children take on more than children should'],
    notes: [
      {
        from: 'health_visiting',
        kind: 'visit',
        text: [
          'Curtains open, kettle on. {carer} had washed hair and made a joke. Mood questionnaire repeated, down by four.',
        ],
      },
    ],
    brings: ['voluntary'],
  },
  {
    key: 'drinking',
    headline: 'SF04',
    ages: null,
    levels: [3],
    title: ['Drinking at weekends gets out of hand', '{carer} would like to drink less'],
    note: ['About two bottles of wine each Friday and Saturday. None when the children are at their gran’s.'],
    story: [
      'Weekends begin well and end badly, says {carer}, who would like to break the habit before it breaks the family.',
    ],
    outcome: ['Weekends are safe and predictable for the children', '{carer} has not drunk at home for three months'],
    actions: [
      { what: ['Refer {carer} to the alcohol service, with consent'], by: ['lead'] },
      {
        what: ['Agree who has the children if {carer} has been drinking'],
        by: ['carer', 'lead'],
        evidence: ['Gran will have them; her number is on the fridge.'],
      },
    ],
    strength: ['{carer} was open about it without being asked'],
    events: [
      {
        text: ['Neighbours reported shouting late at night; children safe and well when seen'],
        from: 'police',
        weeksAgo: 14,
      },
    ],
    analysis: [
      'Motivation is high. The plan for the children on a bad night matters more than the promise not to have one.',
    ],
    worry: ['A child is alone in charge of the little ones late at night'],
    notes: [
      {
        from: 'la_early_help',
        kind: 'call',
        text: ['Monday check-in. No drinking this weekend; took the children swimming on Saturday instead.'],
      },
    ],
    brings: [],
  },
  {
    key: 'conflict',
    headline: 'SF05',
    ages: [4, 15],
    parentsApart: true,
    levels: [2, 3],
    title: ['Arguments between the parents frighten the children', 'Handovers between two homes go wrong'],
    note: ['The children go quiet on Fridays, before handover. Neither parent wants it that way.'],
    story: ['The parents separated last year and still argue through the children about times and money.'],
    outcome: [
      'The children move between their homes without worry',
      'The parents sort out plans without the children in the middle',
    ],
    actions: [
      { what: ['Book both parents on the separated parents course'], by: ['lead'] },
      {
        what: ['Try handover at {school} instead of on the doorstep'],
        by: ['school', 'carer'],
        evidence: ['Three handovers at school so far, all calm.'],
      },
      { what: ['Write down a plan for Christmas, with both parents'], by: ['lead', 'carer'] },
    ],
    strength: ['Both parents come to every meeting', 'The children are close to both sides of the family'],
    events: [{ text: ['Parents agreed to separate meetings for now'], from: 'la_early_help', weeksAgo: 8 }],
    analysis: [
      'Conflict without fear of either parent, as far as the children and both adults tell us. We keep asking.',
    ],
    worry: ['The children learn to hide what they feel'],
    notes: [
      {
        from: 'school',
        kind: 'seen_in_school',
        text: ['{child} drew two houses with a bridge. Asked if it could go on the wall.'],
      },
    ],
    brings: ['school'],
  },
  {
    key: 'damp',
    headline: 'SF09',
    ages: null,
    levels: [2],
    title: ['The flat is damp and too small', 'Mould in the children’s bedroom'],
    note: [
      'Black mould behind the beds, in the one room where the children sleep. Reported in March and again in July.',
    ],
    story: ['The family loves the street and not the flat: the bedroom wall is wet from October to May.'],
    outcome: ['The children sleep in a dry, warm room', 'The family has a home that is big enough'],
    actions: [
      {
        what: ['Inspect the bedroom and put the repair in hand', 'Confirm the date of the damp survey'],
        by: ['housing'],
        evidence: ['Survey done; vent and new plaster ordered.'],
      },
      { what: ['Update the housing register with the medical letter'], by: ['housing', 'carer'] },
      { what: ['Write to the landlord about the children’s chests'], by: ['health_visiting', 'lead'] },
    ],
    strength: ['The home is clean and full of the children’s pictures', 'Neighbours look out for each other'],
    events: [{ text: ['Second report of mould logged'], from: 'housing', weeksAgo: 18 }],
    analysis: ['Coughs, lost sleep and missed school all have the bedroom in common.'],
    worry: ['Another winter in that room puts a child in hospital'],
    notes: [
      {
        from: 'housing',
        kind: 'visit',
        text: ['Readings high on the outer wall. Booked the contractor while there; {carer} has the reference.'],
      },
    ],
    brings: ['housing'],
  },
  {
    key: 'debt',
    headline: 'SF10',
    ages: null,
    levels: [2, 3],
    title: ['Rent arrears and other debts', 'Money runs out before the end of the month'],
    note: ['About £1,400 behind with the rent, and a loan at the door. The heating is on for an hour a day.'],
    story: ['{carer} works nights at the warehouse; hours were cut in the spring and the arrears began then.'],
    outcome: ['Rent is paid and the arrears are going down', 'There is food and heating all month'],
    actions: [
      { what: ['Agree a repayment that can be kept', 'Stop the notice while the plan is in place'], by: ['housing'] },
      {
        what: ['Take {carer} to the debt advice session', 'Check that all benefits are claimed'],
        by: ['voluntary', 'lead'],
        evidence: ['Free school meals were missing; claimed.'],
      },
      { what: ['Bring the letters, opened or not'], by: ['carer'] },
    ],
    strength: ['{carer} has never missed a shift', '{carer} cooks from scratch on very little'],
    events: [{ text: ['Notice of arrears sent'], from: 'housing', weeksAgo: 12 }],
    analysis: [
      'Debt is recent and has a cause. With hours restored and benefits claimed it can be cleared within the year.',
    ],
    worry: ['The family loses its home over a sum that could be found'],
    notes: [{ from: 'voluntary', kind: 'meeting', text: ['Opened eleven letters together. Two were refunds.'] }],
    brings: ['housing', 'voluntary'],
  },
];
