import { builder } from '../builder.ts';
import '../decisions/register.ts';
import '../decisions/team.ts';
import './add-addendum.ts';
import './add-to-text.ts';
import './chronology.ts';
import './mark-attendance.ts';
import './person.ts';
import './plan.ts';
import './professional.ts';
import './record-attendance.ts';
import './settle.ts';
import './strike.ts';

builder.mutationType({
  description: `What you may change, one thing each. Each takes a key of your choosing, and says what became of it: what you
may not change is told as what does not exist is.`,
});
