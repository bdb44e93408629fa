import { builder } from '../builder.ts';
import './chronology.ts';
import './plan.ts';

builder.mutationType({
  description: `What you may change, one thing each. Each takes a key of your choosing, and says what became of it: what you
may not change is told as what does not exist is.`,
});
