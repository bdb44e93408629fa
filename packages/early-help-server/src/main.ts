#!/usr/bin/env node
import { main } from '@caseweave/server/command';
import { commands } from './command/commands.ts';

await main(commands);
