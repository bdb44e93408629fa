import { fillOurs, openOurs } from './ours.ts';
import { fillPeer, openPeer } from './y-indexeddb.ts';

/** What the benchmark asks this page to do; times are in milliseconds. */
const tasks = { fillOurs, openOurs, fillPeer, openPeer };

export type Tasks = typeof tasks;

Object.assign(window, { tasks });
